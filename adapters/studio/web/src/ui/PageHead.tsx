import type { ReactNode } from 'react';
import styles from './PageHead.module.css';

/** What a page is, and what can be done on it. Its title is the window's, too. */
export function PageHead({ title, about, children }: { title: string; about?: ReactNode; children?: ReactNode }) {
  return (
    <header className={styles.head}>
      <title>{`${title} · Cairn`}</title>
      <div className={styles.what}>
        <h1>{title}</h1>
        {about && <div className={styles.about}>{about}</div>}
      </div>
      <div className={styles.actions}>{children}</div>
    </header>
  );
}
