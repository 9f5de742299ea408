import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { changesOf, Differences } from '../../ui/Differences.tsx';
import { isEcho, Sentence } from '../../ui/Sentence.tsx';
import { Answered, EmptyState } from '../../ui/States.tsx';
import { Time } from '../../ui/Time.tsx';
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
                {entry.type === 'ticket.updated' && <Differences changes={changesOf(entry)} />}
              </li>
            ))}
          </ol>
        );
      }}
    </Answered>
  );
}
