import { RotateCcw } from 'lucide-react';
import { useLiveQuery } from 'cairn-client/react';
import type { Queue } from 'cairn-client';
import { calm } from '../../calm.ts';
import { cairn } from '../../cairn.ts';
import { useRetryAll } from '../../queues/changes.ts';
import { DeadLetters } from '../../queues/DeadLetters.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './Queues.module.css';

export function Failed({ queue }: { queue: Queue }) {
  const { data: stats } = useLiveQuery(calm(cairn.query.getQueueStatistics({ path: { queue: queue.id } })));
  const retry = useRetryAll();
  const count = stats?.counts.failed ?? 0;
  return (
    <section aria-labelledby="failed">
      <div className={styles.sectionLine}>
        <h3 id="failed" className={styles.sectionHead}>Dead letters <span className={styles.count}>{stats ? count : ''}</span></h3>
        {count > 1 && <Button icon={RotateCcw} busy={retry.isPending} onClick={() => retry.mutate(queue.id)}>Retry all</Button>}
      </div>
      <DeadLetters queue={queue} none={<p className={styles.none}>Nothing failed for good.</p>} />
    </section>
  );
}
