import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';

const components: Components = {
  // A picture would be asked for from elsewhere, which the page's policy forbids: its link is there instead.
  img: ({ src, alt }) => <a href={typeof src === 'string' ? src : undefined} rel="noreferrer" target="_blank">{alt || 'Picture'}</a>,
  a: ({ href, children }) => <a href={href} rel="noreferrer" target={href?.startsWith('/') ? undefined : '_blank'}>{children}</a>,
};

export default function MarkdownRendered({ text }: { text: string }) {
  return <ReactMarkdown remarkPlugins={[remarkGfm]} components={components}>{text}</ReactMarkdown>;
}
