import type { Activity } from 'cairn-client';
import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { isEcho, Sentence } from '../../ui/Sentence.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { words } from '../../ui/Status.tsx';
import { Time } from '../../ui/Time.tsx';
import { Difference } from './Difference.tsx';
import styles from './Ticket.module.css';

const ENTRIES_MAX = 100;

/** @param ticket its id */
export function History({ ticket }: { ticket: string }) {
  const activity = useLiveQuery(cairn.query.listActivity({ query: { subject: ticket, limit: ENTRIES_MAX } }));
  return (
    <Answered query={activity}>
      {({ items }) => {
        const entries = items.filter((entry) => !isEcho(entry));
        return entries.length === 0 ? <EmptyState title="Nothing has happened yet" /> : (
          <ol className={styles.entries}>
            {entries.map((entry) => (
              <li key={entry.seq} className={styles.entry}>
                <div className={styles.entryHead}><span><Sentence of={entry} /></span> <Time at={entry.at} /></div>
                {entry.type === 'ticket.updated' && <Changes of={entry} />}
              </li>
            ))}
          </ol>
        );
      }}
    </Answered>
  );
}

function Changes({ of: { before, after } }: { of: Activity }) {
  const old = before as Record<string, unknown>;
  return (
    <dl className={styles.changes}>
      {Object.entries(after as Record<string, unknown>).map(([field, value]) => (
        <div key={field}>
          <dt>{words(field)}</dt>
          <dd><Difference before={textOf(old[field])} after={textOf(value)} /></dd>
        </div>
      ))}
    </dl>
  );
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(textOf).join(', ');
  }
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
}
