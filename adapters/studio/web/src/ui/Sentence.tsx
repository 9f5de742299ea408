import type { Activity } from 'cairn-client';
import { Actor } from './Actor.tsx';
import { KeyLink } from './KeyLink.tsx';
import { words } from './Status.tsx';

type Data = { key?: string; ticket?: string; name?: string; from?: string; to?: string; kind?: string; agent?: string; created?: number; updated?: number };

/** What people say better than the log's own words do. What follows is what it is about. */
const PHRASES: Record<string, string> = {
  'comment.created': 'commented on',
  'comment.deleted': 'deleted a comment on',
  'comment.updated': 'edited a comment on',
  'project.created': 'began the project',
  'project.imported': 'imported a file',
  'queue_item.cancelled': 'took out of its queue',
  'queue_item.claimed': 'claimed',
  'queue_item.completed': 'finished',
  'queue_item.enqueued': 'queued',
  'queue_item.failed': 'failed at',
  'queue_item.ready': 'gave back',
  'queue_item.retried': 'had retried',
  'queue_item.updated': 'moved in its queue',
  'task.created': 'added a task to',
  'task.deleted': 'deleted a task of',
  'task.updated': 'changed a task of',
  'ticket.created': 'created',
  'ticket.deleted': 'deleted',
  'ticket.updated': 'changed',
};

export function phrase(type: string): string {
  const [thing = '', verb = ''] = type.split('.');
  return PHRASES[type] ?? `${words(verb).toLowerCase()} ${words(thing).toLowerCase()}`;
}

/** What nobody needs to be told in words: signs of life, and an update that changed no field of the thing itself, since what hangs on it says so. */
export function isEcho({ type, before, after }: Activity): boolean {
  const isEmpty = (part: unknown) => typeof part === 'object' && part !== null && Object.keys(part).length === 0;
  return type === 'claim.heartbeat' || type === 'conversation.read' || (type.endsWith('.updated') && isEmpty(before) && isEmpty(after));
}

/** An entry of the log as a sentence: who did what to what. @param isTitled whether tickets are named by their titles, too: where there are several */
export function Sentence({ of: { type, actorName, data, after, about: item }, isTitled = false }: { of: Activity; isTitled?: boolean }) {
  const { key, ticket, name, from = '', to = '', kind = '', agent, created, updated } = (data ?? {}) as Data;
  const [thing = '', verb = ''] = type.split('.');
  const place = item?.ticketKey ?? (thing === 'ticket' ? key : ticket);
  const called = key ?? name ?? (thing === 'queue_item' ? 'an item' : undefined);
  const about = place ? <><KeyLink ticket={place} />{isTitled && item && ` ${item.ticketTitle}`}</> : called && <strong>{called}</strong>;
  const actor = <Actor name={agent ?? actorName} />;
  if (verb === 'status_changed') {
    return <>{actor} moved {about} from {words(from)} to {words(to)}</>;
  }
  if (type === 'link.created') {
    const end = (ticket: string) => (ticket ? <KeyLink ticket={ticket} /> : 'a ticket of another project');
    return <>{actor} noted that {end(from)} {words(kind).toLowerCase()} {end(to)}</>;
  }
  const fields = verb === 'updated' && typeof after === 'object' && after ? Object.keys(after).map((field) => words(field).toLowerCase()) : [];
  const imported = created === undefined ? '' : `: ${created} new, ${updated} changed`;
  return (
    <>
      {actor} {phrase(type)}{about && ' '}{about}
      {fields.length > 0 && `: ${fields.join(', ')}`}
      {imported}
    </>
  );
}
