import { lazy, Suspense } from 'react';
import styles from './Markdown.module.css';

const Rendered = lazy(() => import('../markdown/Rendered.tsx'));

/** Text of people and agents. HTML in it stays text; what draws it is loaded when it is first needed. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className={styles.markdown}>
      <Suspense fallback={<p className={styles.plain}>{text}</p>}>
        <Rendered text={text} />
      </Suspense>
    </div>
  );
}
