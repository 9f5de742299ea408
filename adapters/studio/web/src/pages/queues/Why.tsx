import { Ban, CirclePause, Clock, Gauge, Inbox, type LucideIcon, Send } from 'lucide-react';
import type { Queue, QueueStatsBody } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { calm } from '../../calm.ts';
import { cairn } from '../../cairn.ts';
import { Lease } from '../../queues/Lease.tsx';
import { Subject, Waits } from '../../queues/Subject.tsx';
import { STANDINGS, standing } from '../../queues/why.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { duration } from '../../ui/duration.ts';
import { Time } from '../../ui/Time.tsx';
import styles from './Queues.module.css';

type Props = {
  queue: Queue;
  stats: QueueStatsBody;
  project: string;
  onResume: () => void;
  onEnqueue: () => void;
};

const ICONS: Record<string, LucideIcon> = { paused: CirclePause, at_limit: Gauge, hands_out: Send, all_blocked: Ban, scheduled: Clock, empty: Inbox };

/** What the next who asks for work gets, or why nothing; and the figures. */
export function Why({ queue, stats, project, onResume, onEnqueue }: Props) {
  const why = standing(queue, stats);
  const Icon = ICONS[why]!;
  const { counts, oldestReadyAgeMillis, meanWaitMillis, meanWorkMillis, feedable } = stats;
  const figures: [string, string][] = [
    ...['ready', 'scheduled', 'blocked', 'claimed', 'stalled', 'failed', 'completed'].map((state): [string, string] => [FIGURES[state]!, String(counts[state] ?? 0)]),
    ['oldest ready', oldestReadyAgeMillis === null ? '–' : duration(oldestReadyAgeMillis)],
    ['mean wait', meanWaitMillis === null ? '–' : duration(meanWaitMillis)],
    ['mean work', meanWorkMillis === null ? '–' : duration(meanWorkMillis)],
  ];
  return (
    <section aria-label="What it does now" className={styles.why}>
      <p className="sr-only" role="status">{STANDINGS[why].name}</p>
      <p className={classes(styles.whyText, styles[why])}>
        <Icon size={16} aria-hidden />
        <span>
          {why === 'paused' && 'It is paused: nobody is handed anything. Who holds something may finish it.'}
          {why === 'at_limit' && <AtLimit queue={queue} stats={stats} />}
          {why === 'hands_out' && <Next queue={queue} />}
          {why === 'all_blocked' && <Blocked queue={queue} project={project} count={counts.blocked ?? 0} />}
          {why === 'scheduled' && <Scheduled queue={queue} count={counts.scheduled ?? 0} />}
          {why === 'empty' && (feedable ? `It is empty; ${feedable} ready tickets enter as soon as somebody asks.` : 'It is empty: who asks gets nothing.')}
        </span>
        {why === 'paused' && <Button onClick={onResume}>Resume</Button>}
        {why === 'empty' && !feedable && <Button onClick={onEnqueue}>Enqueue ready tickets</Button>}
      </p>
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name} className={name === 'failed' && value !== '0' ? styles.bad : undefined}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const FIGURES: Record<string, string> = {
  ready: 'ready',
  scheduled: 'later',
  blocked: 'blocked',
  claimed: 'held',
  stalled: 'stalled',
  failed: 'failed',
  completed: 'done',
};

/** The first waiting items in the order in which they are handed out. */
function useFirst(queue: Queue) {
  const { data } = useLiveQuery(calm(cairn.query.listQueueItems({ path: { queue: queue.id }, query: { status: ['ready'], limit: 50 } })));
  return data?.items ?? [];
}

function AtLimit({ queue, stats: { holders } }: { queue: Queue; stats: QueueStatsBody }) {
  const [first] = holders;
  return (
    <>
      {queue.maxParallel === 1 ? 'Its only place is taken' : `All ${queue.maxParallel} places are taken`}; nobody else is handed anything{first && <>. The lease of {first.agent} ends first: <Lease until={first.leaseUntil} /></>}
    </>
  );
}

function Next({ queue }: { queue: Queue }) {
  const next = useFirst(queue).find(({ status }) => status === 'ready');
  return next ? <>Next: <Subject of={next} /></> : <>Next: what stalled is taken over by whoever asks.</>;
}

function Blocked({ queue, project, count }: { queue: Queue; project: string; count: number }) {
  const example = useFirst(queue).find(({ status }) => status === 'blocked');
  return (
    <>
      {count === 1 ? 'What waits is blocked.' : `All ${count} that wait are blocked.`}
      {example && <> <Subject of={example} /> <Waits item={example} project={project} /></>}
    </>
  );
}

function Scheduled({ queue, count }: { queue: Queue; count: number }) {
  const [soonest] = useFirst(queue).filter(({ status }) => status === 'scheduled').sort((one, other) => Date.parse(one.runAt) - Date.parse(other.runAt));
  return <>{count === 1 ? 'What waits has its time later' : `All ${count} that wait have their time later`}{soonest && <>; the next comes <Time at={soonest.runAt} /></>}.</>;
}
