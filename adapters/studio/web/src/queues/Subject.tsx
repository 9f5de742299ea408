import { useLiveQuery } from 'cairn-client/react';
import { Link } from 'react-router';
import type { ItemBody, ReadyTicket } from 'cairn-client';
import { calm } from '../calm.ts';
import { cairn } from '../cairn.ts';
import { KeyLink } from '../ui/KeyLink.tsx';
import styles from './Queue.module.css';

/** So many unfinished tickets are read with what they wait for. */
const KNOWN_MAX = 200;

/** The unfinished tickets of a project by id, with the reasons why nobody can begin them. */
export function useUnfinished(project: string, pauseMillis?: number): ReadonlyMap<string, ReadyTicket> {
  const options = cairn.query.listReadyTickets({ path: { project }, query: { include: 'blocked', limit: KNOWN_MAX } });
  const { data } = useLiveQuery(calm(options, pauseMillis));
  return new Map((data?.items ?? []).map((ticket) => [ticket.id, ticket]));
}

/** What something of a queue is about, as the API says it with each item, claim and entry of the log; nothing once it was purged. */
type Named = Pick<ItemBody, 'ticketKey' | 'ticketTitle' | 'taskContent'>;

/** What an item is about: its ticket, or a task and its ticket. */
export function Subject({ of: { ticketKey, ticketTitle, taskContent } }: { of: Named }) {
  if (ticketKey === null) {
    return <span className={styles.soft}>It is gone</span>;
  }
  return (
    <span className={styles.subject}>
      <KeyLink ticket={ticketKey} /> <Link to={`/t/${ticketKey}`} className={styles.title}>{taskContent ?? ticketTitle}</Link>
      {taskContent !== null && <span className={styles.soft}>a task of {ticketTitle}</span>}
    </span>
  );
}

/** An item in the name of a button. */
export function itemName({ ticketKey, taskContent }: Named): string {
  return `${ticketKey ?? 'an item'}${taskContent === null ? '' : `, ${taskContent}`}`;
}

/** What an item waits for, as far as the tickets say it. */
export function Waits({ item, project }: { item: ItemBody; project: string }) {
  const known = useUnfinished(project);
  const ticket = item.ticketId === null ? undefined : known.get(item.ticketId);
  const waits = (ticket?.reasons ?? []).flatMap(({ ticket: key, via }) => (key ? [{ key, via }] : []));
  if (waits.length > 0) {
    return (
      <span className={styles.waits}>
        waits for {waits.map(({ key, via }, index) => (
          <span key={key}>{index > 0 && ', '}<KeyLink ticket={key} />{via && via !== ticket?.key && <> (through <KeyLink ticket={via} />)</>}</span>
        ))}
      </span>
    );
  }
  if (ticket?.status === 'blocked') {
    return <span className={styles.waits}>its ticket is blocked</span>;
  }
  return <span className={styles.waits}>{item.taskId === null ? 'waits for its tasks' : 'waits for other tasks'}</span>;
}
