import { problemOf } from './problem.ts';
import styles from './Refused.module.css';

/** Why what a form sent was refused, and what helps; nothing as long as nothing was. */
export function Refused({ error }: { error: unknown }) {
  if (!error) {
    return null;
  }
  const { detail, hint } = problemOf(error);
  return (
    <div role="alert" className={styles.refused}>
      <p>{detail}</p>
      {hint && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
