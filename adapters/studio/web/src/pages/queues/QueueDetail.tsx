import { useState } from 'react';
import { ListPlus, MoreHorizontal, Pause, Pencil, Play, Trash2 } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { useLiveQuery } from 'cairn-client/react';
import { useNavigate } from 'react-router';
import type { Queue } from 'cairn-client';
import { calm } from '../../calm.ts';
import { cairn } from '../../cairn.ts';
import { QueueCharts } from '../../charts/QueueCharts.tsx';
import { usePause } from '../../queues/changes.ts';
import { Held } from '../../queues/Held.tsx';
import { Button } from '../../ui/Button.tsx';
import { Confirm } from '../../ui/Confirm.tsx';
import { duration } from '../../ui/duration.ts';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { Answered } from '../../ui/States.tsx';
import { words } from '../../ui/Status.tsx';
import { Enqueue } from './Enqueue.tsx';
import { Failed } from './Failed.tsx';
import { Finished } from './Finished.tsx';
import { QueueForm } from './QueueForm.tsx';
import styles from './Queues.module.css';
import held from '../../queues/Queue.module.css';
import { Waiting } from './Waiting.tsx';
import { Why } from './Why.tsx';

type Open = 'enqueue' | 'edit' | 'delete' | undefined;

export function QueueDetail({ project, queue }: { project: string; queue: Queue }) {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const pause = usePause();
  const navigate = useNavigate();
  const remove = useMutation({
    ...cairn.mutation.deleteQueue(),
    onSuccess: () => {
      close();
      void navigate('?', { replace: true });
    },
  });
  const stats = useLiveQuery(calm({ ...cairn.query.getQueueStatistics({ path: { queue: queue.id } }), refetchInterval: 30_000 }));
  const claims = useLiveQuery(cairn.query.listClaimsInProject({ path: { project }, query: { queue: queue.id, limit: 100 } }));
  const isActive = pause.isPending ? pause.variables.active : queue.active;
  const shown = { ...queue, active: isActive };
  return (
    <div className={styles.detail}>
      <header className={styles.detailHead}>
        <div className={styles.about}>
          <h2>{queue.name}</h2>
          {queue.description && <p>{queue.description}</p>}
          <p className={styles.settings}>
            {queue.maxParallel} at a time, leases of {duration(queue.leaseSeconds * 1_000)}, {queue.maxAttempts} attempts, {queue.maxStalls} stalls{feeding(queue)}
          </p>
        </div>
        <div className={styles.actions}>
          <Button icon={isActive ? Pause : Play} onClick={() => pause.mutate({ queue: queue.id, active: !isActive })}>{isActive ? 'Pause' : 'Resume'}</Button>
          <Button kind="primary" icon={ListPlus} onClick={() => setOpen('enqueue')}>Enqueue</Button>
          <Menu align="end" trigger={<Button kind="quiet" icon={MoreHorizontal} iconOnly>{`More about ${queue.name}`}</Button>}>
            <MenuItem icon={Pencil} onSelect={() => setOpen('edit')}>Edit the queue</MenuItem>
            <MenuItem icon={Trash2} danger onSelect={() => setOpen('delete')}>Delete the queue</MenuItem>
          </Menu>
        </div>
      </header>
      <Answered query={stats}>
        {(figures) => <Why queue={shown} stats={figures} project={project} onResume={() => pause.mutate({ queue: queue.id, active: true })} onEnqueue={() => setOpen('enqueue')} />}
      </Answered>
      <section aria-labelledby="held">
        <h3 id="held" className={styles.sectionHead}>At work <span className={styles.count}>{claims.data?.items.length ?? ''}</span></h3>
        <Answered query={claims}>
          {({ items }) => items.length === 0 ? (
            <p className={styles.none}>Nobody holds anything of this queue.</p>
          ) : (
            <ul className={held.list}>{items.map((claim) => <Held key={claim.id} claim={claim} />)}</ul>
          )}
        </Answered>
      </section>
      <Waiting project={project} queue={queue} />
      <Failed queue={queue} />
      <section aria-labelledby="figures">
        <h3 id="figures" className={styles.sectionHead}>Figures</h3>
        <QueueCharts queue={queue} />
      </section>
      <Finished queue={queue} />
      {open === 'enqueue' && <Enqueue project={project} queue={queue} onClose={close} />}
      {open === 'edit' && <QueueForm project={project} queue={queue} onClose={close} />}
      {open === 'delete' && (
        <Confirm
          title={`Delete the queue ${queue.name}?`}
          action="Delete the queue"
          busy={remove.isPending}
          onConfirm={() => remove.mutate({ path: { queue: queue.id } })}
          onClose={close}
        >
          What waits in it is taken out, and who holds something loses it. The tickets stay as they are.
        </Confirm>
      )}
    </div>
  );
}

function feeding({ feeds }: Queue): string {
  if (!feeds) {
    return '';
  }
  const parts = [
    feeds.types.length > 0 && feeds.types.map((type) => words(type).toLowerCase()).join(' or '),
    feeds.labels.length > 0 && `labelled ${feeds.labels.join(', ')}`,
    feeds.minPriority && `${feeds.minPriority} or more urgent`,
  ].filter(Boolean);
  return `; takes in what becomes ready${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
}
