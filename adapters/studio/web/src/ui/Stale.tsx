import { Button } from './Button.tsx';
import styles from './Stale.module.css';

/** What a form changes is another meanwhile: its old version is refused, until somebody wants theirs over the other change. */
export function Stale({ what, onKeep }: { what: string; onKeep: () => void }) {
  return (
    <div role="alert" className={styles.stale}>
      This {what} was changed meanwhile. What you typed is still here; saving puts it over the other change.
      <Button onClick={onKeep}>Keep mine</Button>
    </div>
  );
}
