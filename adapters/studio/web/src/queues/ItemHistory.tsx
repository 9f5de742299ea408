import { useState } from 'react';
import { X } from 'lucide-react';
import { useLiveQuery } from 'cairn-client/react';
import type { ItemBody, ListedClaim } from 'cairn-client';
import { cairn } from '../cairn.ts';
import { Actor } from '../ui/Actor.tsx';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { duration } from '../ui/duration.ts';
import { Markdown } from '../ui/Markdown.tsx';
import { Answered } from '../ui/States.tsx';
import { Badge, words } from '../ui/Status.tsx';
import { Time } from '../ui/Time.tsx';
import { useNow } from '../ui/useNow.ts';
import { useItemChange } from './changes.ts';
import styles from './Queue.module.css';
import { tried } from './tried.ts';

const ATTEMPTS_MAX = 20;
const TONES: Record<string, 'accent' | 'warning' | 'danger'> = { completed: 'accent', finished: 'accent', failed: 'danger', lost: 'warning' };

/** All that is known of an item: when it waited and was worked on, who tried, and what they left. */
export function ItemHistory({ item }: { item: string }) {
  const itself = useLiveQuery(cairn.query.getQueueItem({ path: { item } }));
  const claims = useLiveQuery(cairn.query.listClaimsOfItem({ path: { item }, query: { limit: ATTEMPTS_MAX } }));
  return (
    <div className={styles.history}>
      <Answered query={itself}>
        {(body) => (
          <Answered query={claims}>
            {({ items, nextCursor }) => (
              <>
                <Course item={body} claims={items} />
                {body.lastError && <p className={styles.error}>{body.lastError}</p>}
                {items.length === 0 && <p className={styles.soft}>Nobody has held it yet.</p>}
                <ol className={styles.attempts}>
                  {items.map((claim) => <Attempt key={claim.id} claim={claim} />)}
                </ol>
                {(body.status === 'claimed' || body.status === 'stalled') && <TakeAway item={item} holder={items[0]?.agent ?? 'its holder'} />}
                {nextCursor && <p className={styles.soft}>These are the newest {ATTEMPTS_MAX}.</p>}
              </>
            )}
          </Answered>
        )}
      </Answered>
    </div>
  );
}

/** For work that is stuck, or that nobody wants any more. */
function TakeAway({ item, holder }: { item: string; holder: string }) {
  const [isAsking, setAsking] = useState(false);
  const change = useItemChange();
  return (
    <div>
      <Button kind="danger" icon={X} onClick={() => setAsking(true)}>Take it away from {holder}</Button>
      {isAsking && (
        <Confirm
          title={`Take it away from ${holder}?`}
          action="Take it away"
          busy={change.isPending}
          onConfirm={() => change.mutate({ kind: 'cancel', item }, { onSettled: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          It leaves the queue, and its ticket is open again. {holder} hears that the work was cancelled when they next say something.
        </Confirm>
      )}
    </div>
  );
}

function Attempt({ claim }: { claim: ListedClaim }) {
  const { user, agent, claimedAt, endedAt, outcome, progress, note, error } = claim;
  const name = user ?? agent;
  return (
    <li className={styles.attempt}>
      <div className={styles.attemptHead}>
        <Actor name={name} />
        {agent !== name && <Badge>{agent}</Badge>}
        {outcome ? <Badge {...(TONES[outcome] && { tone: TONES[outcome] })}>{words(outcome)}</Badge> : <Badge tone="accent">Holds it</Badge>}
        <span className={styles.soft}>
          <Time at={claimedAt} />{endedAt && `, for ${duration(Date.parse(endedAt) - Date.parse(claimedAt))}`}
          {progress && `, ${progress.percent} %${progress.text ? `: ${progress.text}` : ''}`}
        </span>
      </div>
      {error && error !== '' && <p className={styles.error}>{error}</p>}
      {note && <Markdown text={note} />}
    </li>
  );
}

/** The item's time from when it was enqueued: what it waited, and each attempt. */
function Course({ item, claims }: { item: ItemBody; claims: readonly ListedClaim[] }) {
  const now = useNow();
  const before = tried(item.attempts, item.stalls, item.releases);
  const from = Date.parse(item.enqueuedAt);
  const to = Math.max(item.finishedAt ? Date.parse(item.finishedAt) : now, from + 1);
  const place = (at: number) => (Math.min(Math.max(at - from, 0), to - from) / (to - from)) * 100;
  const parts = claims.map(({ id, claimedAt, endedAt, outcome }) => {
    const begin = Date.parse(claimedAt);
    const end = endedAt ? Date.parse(endedAt) : now;
    return { id, begin, end, outcome };
  });
  const work = parts.reduce((sum, { begin, end }) => sum + Math.max(0, end - begin), 0);
  return (
    <div className={styles.course}>
      <svg className={styles.courseBar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
        <rect className={styles.waitFill} width="100" height="8" />
        {parts.map(({ id, begin, end, outcome }) => (
          <rect
            key={id}
            className={outcome === 'failed' || outcome === 'lost' ? styles.badFill : styles.workFill}
            x={place(begin)}
            width={Math.max(place(end) - place(begin), 0.6)}
            height="8"
          />
        ))}
      </svg>
      <span className={styles.soft}>
        Enqueued <Time at={item.enqueuedAt} />; {duration(to - from - work)} waiting, {duration(work)} in work{before && `; ${before}`}.
      </span>
    </div>
  );
}
