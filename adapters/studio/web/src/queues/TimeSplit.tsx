import { duration } from '../ui/duration.ts';
import styles from './Queue.module.css';

/** How long something waited and how long it was worked on, as one bar and in words. */
export function TimeSplit({ wait, work }: { wait: number; work: number }) {
  const all = Math.max(wait + work, 1);
  return (
    <span className={styles.split}>
      <svg className={styles.splitBar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
        <rect className={styles.waitFill} width={(Math.max(wait, 0) / all) * 100} height="6" />
        <rect className={styles.workFill} x={(Math.max(wait, 0) / all) * 100} width={(Math.max(work, 0) / all) * 100} height="6" />
      </svg>
      <span className={styles.soft}>{duration(wait)} waiting, {duration(work)} in work</span>
    </span>
  );
}
