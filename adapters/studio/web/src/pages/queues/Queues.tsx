import { useState } from 'react';
import { Layers, Plus } from 'lucide-react';
import { useLiveQuery } from 'cairn-client/react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Queue } from 'cairn-client';
import { calm } from '../../calm.ts';
import { cairn } from '../../cairn.ts';
import { STANDINGS, standing } from '../../queues/why.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Badge } from '../../ui/Status.tsx';
import { QueueDetail } from './QueueDetail.tsx';
import { QueueForm } from './QueueForm.tsx';
import styles from './Queues.module.css';

const QUEUES_MAX = 100;

export default function Queues() {
  const { project = '' } = useParams();
  const [parameters] = useSearchParams();
  const [isNew, setNew] = useState(false);
  const queues = useLiveQuery(cairn.query.listQueues({ path: { project }, query: { limit: QUEUES_MAX } }));
  const named = parameters.get('queue')?.toLowerCase();
  return (
    <>
      <PageHead title={`Queues of ${project}`} about="Where agents get their work, who holds what, and what went wrong.">
        <Button icon={Plus} onClick={() => setNew(true)}>New queue</Button>
      </PageHead>
      <Answered query={queues}>
        {({ items }) => {
          const chosen = items.find(({ name }) => name.toLowerCase() === named) ?? (named ? undefined : items[0]);
          return items.length === 0 ? (
            <EmptyState icon={Layers} title="There are no queues yet">
              <p>A queue hands out tickets one by one, so that no two agents do the same. Without one, an agent that asks for ready work gets a queue made for it.</p>
              <Button kind="primary" icon={Plus} className={styles.first} onClick={() => setNew(true)}>Create the first queue</Button>
            </EmptyState>
          ) : (
            <>
              <nav aria-label="Queues" className={styles.queues}>
                {items.map((queue) => <QueueCard key={queue.id} queue={queue} isChosen={queue === chosen} />)}
              </nav>
              {chosen ? (
                <QueueDetail key={chosen.id} project={project} queue={chosen} />
              ) : (
                <EmptyState icon={Layers} title={`There is no queue ${parameters.get('queue')}`}>It may have another name now. The others are above.</EmptyState>
              )}
            </>
          );
        }}
      </Answered>
      {isNew && <QueueForm project={project} onClose={() => setNew(false)} />}
    </>
  );
}

function QueueCard({ queue, isChosen }: { queue: Queue; isChosen: boolean }) {
  const { data: stats } = useLiveQuery(calm(cairn.query.getQueueStatistics({ path: { queue: queue.id } })));
  const { name, tone } = STANDINGS[stats ? standing(queue, stats) : queue.active ? 'empty' : 'paused'];
  const count = (...states: string[]) => states.reduce((sum, state) => sum + (stats?.counts[state] ?? 0), 0);
  return (
    <Link to={`?queue=${encodeURIComponent(queue.name)}`} replace className={styles.card} aria-current={isChosen ? 'page' : undefined}>
      <span className={styles.cardHead}>
        <strong className={styles.cardName}>{queue.name}</strong>
        {stats && <Badge {...(tone && { tone })}>{name}</Badge>}
      </span>
      <span className={styles.cardCounts}>
        <span>{count('claimed', 'stalled')} held</span>
        <span>{count('ready', 'scheduled', 'blocked')} waiting</span>
        {count('failed') > 0 && <span className={styles.bad}>{count('failed')} failed</span>}
      </span>
    </Link>
  );
}
