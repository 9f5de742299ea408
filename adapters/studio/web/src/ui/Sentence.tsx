import type { Activity } from 'cairn-client';
import { Actor } from './Actor.tsx';
import { KeyLink } from './KeyLink.tsx';
import { words } from './Status.tsx';

type Data = { key?: string; ticket?: string; name?: string; from?: string; to?: string };

/** An update that changed no field of the thing itself: what hangs on it did, and says so. */
export function isEcho({ type, before, after }: Activity): boolean {
  const isEmpty = (part: unknown) => typeof part === 'object' && part !== null && Object.keys(part).length === 0;
  return type === 'claim.heartbeat' || (type.endsWith('.updated') && isEmpty(before) && isEmpty(after));
}

/** An entry of the log as a sentence: who did what to what. */
export function Sentence({ of: { type, actorName, data, after } }: { of: Activity }) {
  const { key, ticket, name, from, to } = (data ?? {}) as Data;
  const [thing = '', verb = ''] = type.split('.');
  const place = thing === 'ticket' ? key : ticket;
  const about = place ? <KeyLink ticket={place} /> : <strong>{key ?? name ?? ''}</strong>;
  if (verb === 'status_changed' && from && to) {
    return <><Actor name={actorName} /> moved {about} from {words(from)} to {words(to)}</>;
  }
  const fields = verb === 'updated' && typeof after === 'object' && after ? Object.keys(after).map((field) => words(field).toLowerCase()) : [];
  return (
    <>
      <Actor name={actorName} /> {words(verb).toLowerCase()} {words(thing).toLowerCase()} {thing !== 'ticket' && ticket ? 'of ' : ''}{about}
      {fields.length > 0 && `: ${fields.join(', ')}`}
    </>
  );
}
