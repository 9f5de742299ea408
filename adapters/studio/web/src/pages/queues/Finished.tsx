import { useState } from 'react';
import { ChevronDown } from 'lucide-react';
import type { ItemBody, Queue } from 'cairn-client';
import { calm } from '../../calm.ts';
import { cairn } from '../../cairn.ts';
import { ItemHistory } from '../../queues/ItemHistory.tsx';
import list from '../../queues/Queue.module.css';
import { Subject } from '../../queues/Subject.tsx';
import { tried } from '../../queues/tried.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { More } from '../../ui/More.tsx';
import { usePaged } from '../../ui/paged.ts';
import { Answered } from '../../ui/States.tsx';
import { Badge, words } from '../../ui/Status.tsx';
import { Time } from '../../ui/Time.tsx';
import styles from './Queues.module.css';

const PAGE = 20;

/** What left the queue. It is read when somebody wants to see it. */
export function Finished({ queue }: { queue: Queue }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby="finished">
      <h3 id="finished" className={styles.sectionHead}>
        <Button kind="quiet" icon={ChevronDown} className={classes(styles.reveal, list.unfold, isOpen && list.isOpen)} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Completed and taken out
        </Button>
      </h3>
      {isOpen && <Items queue={queue} />}
    </section>
  );
}

function Items({ queue }: { queue: Queue }) {
  const options = cairn.query.listQueueItemsInfinite({
    path: { queue: queue.id },
    query: { status: ['completed', 'cancelled'], limit: PAGE, sort: '-enqueuedAt' },
  });
  const finished = usePaged(calm(options));
  return (
    <Answered query={finished}>
      {(items) => items.length === 0 ? (
        <p className={styles.none}>Nothing has left it yet.</p>
      ) : (
        <>
          <ul className={list.list}>
            {items.map((item) => <FinishedItem key={item.id} item={item} />)}
          </ul>
          <More list={finished} />
        </>
      )}
    </Answered>
  );
}

function FinishedItem({ item }: { item: ItemBody }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={list.item}>
      <div className={styles.line}>
        <div className={list.what}>
          <Subject of={item} />
          <span className={list.facts}>
            <Badge {...(item.status === 'completed' && { tone: 'accent' })}>{words(item.status)}</Badge>
            {item.finishedAt && <Time at={item.finishedAt} />}
            {item.attempts + item.stalls > 0 && <span>{tried(item.attempts, item.stalls)} before</span>}
          </span>
        </div>
        <Button
          kind="quiet"
          icon={ChevronDown}
          iconOnly
          className={classes(list.unfold, isOpen && list.isOpen)}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          Attempts and notes
        </Button>
      </div>
      {isOpen && <ItemHistory item={item.id} />}
    </li>
  );
}
