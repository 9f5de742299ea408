import { Ban, Pause, Play, RotateCcw } from 'lucide-react';
import { useLiveQuery } from 'cairn-client/react';
import { Link } from 'react-router';
import type { ListedClaim, Queue, QueueStatsBody, ReadyTicket } from 'cairn-client';
import { calm } from '../../calm.ts';
import { cairn } from '../../cairn.ts';
import { usePause, useRetryAll } from '../../queues/changes.ts';
import { DeadLetters } from '../../queues/DeadLetters.tsx';
import { useUnfinished } from '../../queues/Subject.tsx';
import { TimeSplit } from '../../queues/TimeSplit.tsx';
import { STANDINGS, standing } from '../../queues/why.ts';
import { Button } from '../../ui/Button.tsx';
import { duration } from '../../ui/duration.ts';
import { KeyLink } from '../../ui/KeyLink.tsx';
import { Answered } from '../../ui/States.tsx';
import { Badge } from '../../ui/Status.tsx';
import { Latest } from './Latest.tsx';
import styles from './Fleet.module.css';

const PAUSE_MILLIS = 2_000;
const QUEUES_MAX = 30;
const BLOCKERS_MAX = 5;
const KEPT_MAX = 4;

type Props = { project: string; name: string; ended: readonly ListedClaim[] };

/** The queues of a project, what the rest of it waits for, and its dead letters. */
export function ProjectQueues({ project, name, ended }: Props) {
  const queues = useLiveQuery(calm(cairn.query.listQueues({ path: { project }, query: { limit: QUEUES_MAX } }), PAUSE_MILLIS));
  const known = useUnfinished(project, PAUSE_MILLIS);
  return (
    <section aria-labelledby={`fleet-${project}`}>
      <h2 id={`fleet-${project}`} className={styles.sectionHead}>
        <Link to={`/p/${project}/queues`}>{name}</Link> <span className={styles.key}>{project}</span>
      </h2>
      <Answered query={queues}>
        {({ items, nextCursor }) => (
          <div className={styles.project}>
            {items.length === 0 && <p className={styles.soft}>It has no queue; the first agent that asks it for ready work gets one made.</p>}
            {items.map((queue) => (
              <QueueRow key={queue.id} project={project} queue={queue} ended={ended.filter(({ queueId }) => queueId === queue.id)} />
            ))}
            {nextCursor && <p className={styles.soft}>It has more queues; <Link to={`/p/${project}/queues`} className={styles.link}>see all of them</Link>.</p>}
            <Blockers known={known} />
          </div>
        )}
      </Answered>
    </section>
  );
}

type RowProps = { project: string; queue: Queue; ended: readonly ListedClaim[] };

function QueueRow({ project, queue, ended }: RowProps) {
  const stats = useLiveQuery(calm({ ...cairn.query.getQueueStatistics({ path: { queue: queue.id } }), refetchInterval: 60_000 }, PAUSE_MILLIS));
  const pause = usePause();
  const retry = useRetryAll();
  const isActive = pause.isPending ? pause.variables.active : queue.active;
  return (
    <Answered query={stats}>
      {(figures) => {
        const { name, tone } = STANDINGS[standing({ ...queue, active: isActive }, figures)];
        const failed = figures.counts.failed ?? 0;
        return (
          <>
            <div className={styles.queue}>
              <div className={styles.queueName}>
                <Link to={`/p/${project}/queues?queue=${encodeURIComponent(queue.name)}`}>{queue.name}</Link>
                <Badge {...(tone && { tone })}>{name}</Badge>
              </div>
              <Counts stats={figures} queue={queue} />
              <Times stats={figures} ended={ended} name={queue.name} />
              <div className={styles.queueActions}>
                {failed > 0 && <Button icon={RotateCcw} busy={retry.isPending} aria-label={`Retry all of ${queue.name}`} onClick={() => retry.mutate(queue.id)}>Retry all</Button>}
                <Button kind="quiet" icon={isActive ? Pause : Play} iconOnly onClick={() => pause.mutate({ queue: queue.id, active: !isActive })}>
                  {`${isActive ? 'Pause' : 'Resume'} ${queue.name}`}
                </Button>
              </div>
            </div>
            {failed > 0 && <div className={styles.letters}><DeadLetters queue={queue} /></div>}
          </>
        );
      }}
    </Answered>
  );
}

function Counts({ stats: { counts }, queue }: { stats: QueueStatsBody; queue: Queue }) {
  const shown: [string, number, string?][] = [
    [`of ${queue.maxParallel} held`, counts.claimed ?? 0],
    ['ready', counts.ready ?? 0],
    ['later', counts.scheduled ?? 0],
    ['blocked', counts.blocked ?? 0],
    ['stalled', counts.stalled ?? 0, styles.warn],
    ['failed', counts.failed ?? 0, styles.bad],
  ];
  return (
    <ul className={styles.counts} aria-label="Items">
      {shown.map(([name, count, tone], index) => (count > 0 || index < 2) && <li key={name} className={tone}><strong>{count}</strong> {name}</li>)}
    </ul>
  );
}

/** How long things wait and are worked on, on average, and how the newest attempts went. */
function Times({ stats: { meanWaitMillis, meanWorkMillis, oldestReadyAgeMillis }, ended, name }: { stats: QueueStatsBody; ended: readonly ListedClaim[]; name: string }) {
  return (
    <div className={styles.times}>
      <Latest claims={ended} name={name} />
      <div>
        {meanWaitMillis !== null && meanWorkMillis !== null ? (
          <TimeSplit wait={meanWaitMillis} work={meanWorkMillis} />
        ) : (
          <span className={styles.soft}>Nothing has been completed yet</span>
        )}
        {oldestReadyAgeMillis !== null && <span className={styles.soft}>the oldest ready waits for {duration(oldestReadyAgeMillis)}</span>}
      </div>
    </div>
  );
}

/** The tickets for which most others wait. */
function Blockers({ known }: { known: ReadonlyMap<string, ReadyTicket> }) {
  const kept = new Map<string, string[]>();
  for (const { key, reasons } of known.values()) {
    for (const { code, ticket } of reasons) {
      if (code === 'blocked_by' && ticket) {
        kept.set(ticket, [...(kept.get(ticket) ?? []), key]);
      }
    }
  }
  const byKey = new Map([...known.values()].map((ticket) => [ticket.key, ticket]));
  const most = [...kept].sort(([, one], [, other]) => other.length - one.length);
  if (most.length === 0) {
    return null;
  }
  return (
    <div className={styles.blockers}>
      <h3><Ban size={13} aria-hidden /> What the rest waits for</h3>
      <ul>
        {most.slice(0, BLOCKERS_MAX).map(([blocker, waiting]) => (
          <li key={blocker}>
            <KeyLink ticket={blocker} /> {byKey.get(blocker)?.title}
            <span className={styles.soft}>
              {byKey.get(blocker)?.claimedBy ? `held by ${byKey.get(blocker)?.claimedBy?.agent}, ` : ''}keeps{' '}
              {waiting.slice(0, KEPT_MAX).map((key, index) => <span key={key}>{index > 0 && ', '}<KeyLink ticket={key} /></span>)}
              {waiting.length > KEPT_MAX && ` and ${waiting.length - KEPT_MAX} more`}
            </span>
          </li>
        ))}
      </ul>
      {most.length > BLOCKERS_MAX && <p className={styles.soft}>And {most.length - BLOCKERS_MAX} more that others wait for.</p>}
    </div>
  );
}
