import styles from './Snippet.module.css';

const ESCAPED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** Text around what was found. The server marks that, and escapes the rest as for HTML, which it never becomes here. */
export function Snippet({ text }: { text: string }) {
  return (
    <span className={styles.snippet}>
      {text.split(/<mark>(.*?)<\/mark>/s).map((part, at) => {
        const plain = part.replaceAll(/&\S{2,4};/g, (entity) => ESCAPED[entity] ?? entity);
        return at % 2 === 1 ? <mark key={at}>{plain}</mark> : plain;
      })}
    </span>
  );
}
