import { useQuery } from '@tanstack/react-query';
import { useLiveQuery } from 'cairn-client/react';
import { Link } from 'react-router';
import type { ItemBody, ReadyTicket } from 'cairn-client';
import { calm } from '../calm.ts';
import { cairn } from '../cairn.ts';
import { KeyLink } from '../ui/KeyLink.tsx';
import styles from './Queue.module.css';

/** So many unfinished tickets are read with what they wait for; what is beyond them is asked for one by one. */
const KNOWN_MAX = 200;

/** The unfinished tickets of a project by id, with the reasons why nobody can begin them. */
export function useUnfinished(project: string, pauseMillis?: number): ReadonlyMap<string, ReadyTicket> {
  const options = cairn.query.listReadyTickets({ path: { project }, query: { include: 'blocked', limit: KNOWN_MAX } });
  const { data } = useLiveQuery(calm(options, pauseMillis));
  return new Map((data?.items ?? []).map((ticket) => [ticket.id, ticket]));
}

type Named = Pick<ItemBody, 'ticketId' | 'taskId'>;

/** What an item is about: its ticket, or a task and its ticket. An item names neither, so they are asked for. */
export function Subject({ of: { ticketId, taskId }, known }: { of: Named; known: ReadonlyMap<string, ReadyTicket> }) {
  const task = useQuery({ ...cairn.query.getTask({ path: { task: taskId ?? '' } }), enabled: taskId !== null });
  const id = ticketId ?? task.data?.ticketId;
  const found = id === undefined ? undefined : known.get(id);
  const asked = useQuery({ ...cairn.query.getTicket({ path: { ticket: id ?? '' } }), enabled: id !== undefined && !found });
  const ticket = found ?? asked.data;
  if (!ticket) {
    return <span className={styles.soft}>{task.error || asked.error ? 'It is gone' : '…'}</span>;
  }
  return <SubjectLine ticket={ticket.key} title={ticket.title} task={taskId === null ? undefined : (task.data?.content ?? '…')} />;
}

export function SubjectLine({ ticket, title, task }: { ticket: string; title: string; task: string | undefined }) {
  return (
    <span className={styles.subject}>
      <KeyLink ticket={ticket} /> <Link to={`/t/${ticket}`} className={styles.title}>{task ?? title}</Link>
      {task !== undefined && <span className={styles.soft}>a task of {title}</span>}
    </span>
  );
}

/** What an item waits for, as far as the tickets say it. */
export function Waits({ item, known }: { item: ItemBody; known: ReadonlyMap<string, ReadyTicket> }) {
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
