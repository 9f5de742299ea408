import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { Link } from 'react-router';
import type { ListedClaim } from 'cairn-client';
import { cairn } from '../cairn.ts';
import { Actor } from '../ui/Actor.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Badge } from '../ui/Status.tsx';
import { duration } from '../ui/duration.ts';
import { Time } from '../ui/Time.tsx';
import { useNow } from '../ui/useNow.ts';
import { ItemHistory } from './ItemHistory.tsx';
import { Lease } from './Lease.tsx';
import { SubjectLine } from './Subject.tsx';
import { TimeSplit } from './TimeSplit.tsx';
import { tried } from './tried.ts';
import styles from './Queue.module.css';

/** Who holds what. @param project the key of its project, where several are shown */
export function Held({ claim, project }: { claim: ListedClaim; project?: string | undefined }) {
  const [isOpen, setOpen] = useState(false);
  const now = useNow();
  // The item says how often it was tried; it changes when somebody else holds it, which is another row.
  const { data: item } = useQuery({ ...cairn.query.getQueueItem({ path: { item: claim.itemId } }), staleTime: 0 });
  const task = useQuery({ ...cairn.query.getTask({ path: { task: claim.taskId ?? '' } }), enabled: claim.taskId !== null });
  const name = claim.user ?? claim.agent;
  const work = now - Date.parse(claim.claimedAt);
  return (
    <li className={styles.item}>
      <div className={styles.held}>
        <div className={styles.who}>
          <Actor name={name} />
          {claim.agent !== name && <Badge>{claim.agent}</Badge>}
        </div>
        <div className={styles.what}>
          <SubjectLine ticket={claim.ticketKey} title={claim.ticketTitle} task={claim.taskId === null ? undefined : (task.data?.content ?? '…')} />
          <span className={styles.facts}>
            {project && <Link to={`/p/${project}/queues?queue=${encodeURIComponent(claim.queue)}`}>{project} · {claim.queue}</Link>}
            {item && item.attempts + item.stalls > 0 && <Badge tone="warning">{tried(item.attempts, item.stalls)}</Badge>}
            {claim.progress?.text && <span className={styles.said}>{claim.progress.text}</span>}
          </span>
        </div>
        <div className={styles.progress}>
          {claim.progress ? (
            <>
              <progress className={styles.bar} value={claim.progress.percent} max={100} aria-label={`Progress of ${claim.ticketKey}`} />
              <span className={styles.number}>{claim.progress.percent} %</span>
            </>
          ) : (
            <span className={styles.soft}>no progress said</span>
          )}
        </div>
        <div className={styles.lease}>
          <Lease until={claim.leaseUntil} />
          <span className={styles.soft}>heard {<Time at={claim.heartbeatAt} />}</span>
        </div>
        <div className={styles.times}>
          {item ? <TimeSplit wait={Date.parse(claim.claimedAt) - Date.parse(item.enqueuedAt)} work={work} /> : <span className={styles.soft}>{duration(work)}</span>}
        </div>
        <Button
          kind="quiet"
          icon={ChevronDown}
          iconOnly
          className={classes(styles.unfold, isOpen && styles.isOpen)}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {`Attempts and notes of ${claim.ticketKey}`}
        </Button>
      </div>
      {isOpen && <ItemHistory item={claim.itemId} />}
    </li>
  );
}
