import { countdown, duration } from '../ui/duration.ts';
import { useNow } from '../ui/useNow.ts';
import styles from './Queue.module.css';

const SOON_MILLIS = 60_000;

/** How long a lease lasts yet, by the second; when it is over, how long. */
export function Lease({ until }: { until: string | null }) {
  const left = until === null ? 0 : Date.parse(until) - useNow();
  if (left <= 0) {
    return <span className={styles.over}>Lease over{until && ` for ${duration(-left)}`}</span>;
  }
  return (
    <span className={left < SOON_MILLIS ? styles.soon : undefined}>
      <span className="sr-only">Lease ends in </span>
      <time dateTime={until!} className={styles.clock} title="What is left of the lease; a heartbeat renews it">{countdown(left)}</time>
    </span>
  );
}
