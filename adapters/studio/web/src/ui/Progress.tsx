import styles from './Progress.module.css';

/** So much of something is done. @param label what of, for screen readers */
export function Progress({ done, of, label }: { done: number; of: number; label: string }) {
  return (
    <span className={styles.progress}>
      <progress className={styles.bar} value={done} max={Math.max(of, 1)} aria-label={label} />
      <span className={styles.count}>{done}/{of}</span>
    </span>
  );
}
