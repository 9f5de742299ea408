import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DialogActions } from '../../ui/Dialog.tsx';
import { Difference } from '../../ui/Differences.tsx';
import type { Words } from './Text.tsx';
import styles from './Ticket.module.css';

type Props = { theirs: Words; mine: Words; onKeepMine: () => void; onTakeTheirs: () => void; onEdit: () => void };

/** Somebody else changed the text meanwhile: both are shown, and none is lost unless it is chosen so. */
export function Conflict({ theirs, mine, onKeepMine, onTakeTheirs, onEdit }: Props) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <section className={styles.conflict} aria-labelledby="conflict">
      <h1 id="conflict" ref={head} tabIndex={-1}>Somebody changed this text while you did</h1>
      <div className={styles.both}>
        <div>
          <h2>As it is now</h2>
          <p className={styles.version}><strong>{theirs.title}</strong></p>
          <pre className={styles.version}>{theirs.overview}</pre>
        </div>
        <div>
          <h2>Yours, and how it differs</h2>
          <p className={styles.version}><strong><Difference before={theirs.title} after={mine.title} /></strong></p>
          <pre className={styles.version}><Difference before={theirs.overview} after={mine.overview} /></pre>
        </div>
      </div>
      <DialogActions>
        <Button onClick={onTakeTheirs}>Leave it as it is now</Button>
        <Button onClick={onEdit}>Go on editing mine</Button>
        <Button kind="primary" onClick={onKeepMine}>Save mine</Button>
      </DialogActions>
    </section>
  );
}
