import { useState } from 'react';
import { ChevronDown, RotateCcw } from 'lucide-react';
import type { ItemBody, Queue } from 'cairn-client';
import { calm } from '../calm.ts';
import { cairn } from '../cairn.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Markdown } from '../ui/Markdown.tsx';
import { More } from '../ui/More.tsx';
import { usePaged } from '../ui/paged.ts';
import { Answered } from '../ui/States.tsx';
import { Badge } from '../ui/Status.tsx';
import { Time } from '../ui/Time.tsx';
import { useItemChange, useShown } from './changes.ts';
import { ItemHistory } from './ItemHistory.tsx';
import { itemName, Subject } from './Subject.tsx';
import { tried } from './tried.ts';
import styles from './Queue.module.css';

const PAGE = 20;

type Props = { queue: Queue; none?: React.ReactNode };

/** What nobody is handed any more since it failed too often, with why, and a way back. */
export function DeadLetters({ queue, none }: Props) {
  const options = cairn.query.listQueueItemsInfinite({ path: { queue: queue.id }, query: { status: ['failed'], limit: PAGE, sort: '-enqueuedAt' } });
  const failed = usePaged(calm(options));
  const items = useShown(failed.data ?? []);
  return (
    <Answered query={failed}>
      {() => items.length === 0 ? none : (
        <>
          <ul className={styles.list}>{items.map((item) => <DeadLetter key={item.id} item={item} />)}</ul>
          <More list={failed} />
        </>
      )}
    </Answered>
  );
}

function DeadLetter({ item }: { item: ItemBody }) {
  const [isOpen, setOpen] = useState(false);
  const change = useItemChange();
  const key = itemName(item);
  return (
    <li className={styles.item}>
      <div className={styles.letter}>
        <div className={styles.what}>
          <Subject of={item} />
          <span className={styles.facts}>
            <Badge tone="danger">{tried(item.attempts, item.stalls) || 'Failed'}</Badge>
            {item.finishedAt && <span>given up <Time at={item.finishedAt} /></span>}
          </span>
          {item.lastError && <p className={styles.error}>{item.lastError}</p>}
          {item.note && <div className={styles.soft}><Markdown text={item.note} /></div>}
        </div>
        <div className={styles.letterActions}>
          <Button icon={RotateCcw} aria-label={`Retry ${key}`} onClick={() => change.mutate({ kind: 'retry', item: item.id })}>Retry</Button>
          <Button
            kind="quiet"
            icon={ChevronDown}
            iconOnly
            className={classes(styles.unfold, isOpen && styles.isOpen)}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {`Attempts and notes of ${key}`}
          </Button>
        </div>
      </div>
      {isOpen && <ItemHistory item={item.id} />}
    </li>
  );
}
