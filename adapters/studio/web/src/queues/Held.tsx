import { useState } from 'react';
import { ChevronDown } from 'lucide-react';
import { Link } from 'react-router';
import type { ListedClaim } from 'cairn-client';
import { Actor } from '../ui/Actor.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { Badge } from '../ui/Status.tsx';
import { Time } from '../ui/Time.tsx';
import { useNow } from '../ui/useNow.ts';
import { ItemHistory } from './ItemHistory.tsx';
import { Lease } from './Lease.tsx';
import { Subject } from './Subject.tsx';
import { TimeSplit } from './TimeSplit.tsx';
import { tried } from './tried.ts';
import styles from './Queue.module.css';

/** Who holds what. @param project the key of its project, where several are shown */
export function Held({ claim, project }: { claim: ListedClaim; project?: string | undefined }) {
  const [isOpen, setOpen] = useState(false);
  const now = useNow();
  const name = claim.user ?? claim.agent;
  return (
    <li className={styles.item}>
      <div className={styles.held}>
        <div className={styles.who}>
          <Actor name={name} />
          {claim.agent !== name && <Badge>{claim.agent}</Badge>}
        </div>
        <div className={styles.what}>
          <Subject of={claim} />
          <span className={styles.facts}>
            {project && <Link to={`/p/${project}/queues?queue=${encodeURIComponent(claim.queue)}`}>{project} · {claim.queue}</Link>}
            {claim.attempts + claim.stalls > 0 && <Badge tone="warning">{tried(claim.attempts, claim.stalls)}</Badge>}
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
          <TimeSplit wait={Date.parse(claim.claimedAt) - Date.parse(claim.enqueuedAt)} work={now - Date.parse(claim.claimedAt)} />
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
