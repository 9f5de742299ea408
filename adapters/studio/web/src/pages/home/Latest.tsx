import { useLiveQuery } from 'cairn-client/react';
import { cairn } from '../../cairn.ts';
import { isEcho, Sentence } from '../../ui/Sentence.tsx';
import { Answered } from '../../ui/States.tsx';
import { Time } from '../../ui/Time.tsx';
import styles from './Home.module.css';

const READ = 60;
const SHOWN_MAX = 16;

export function Latest() {
  const activity = useLiveQuery(cairn.query.listActivity({ query: { limit: READ } }));
  return (
    <section aria-labelledby="latest" className={styles.latest}>
      <h2 id="latest">What happened last</h2>
      <Answered query={activity}>
        {({ items }) => (
          <ol className={styles.entries}>
            {items.filter((entry) => !isEcho(entry)).slice(0, SHOWN_MAX).map((entry) => (
              <li key={entry.seq} className={styles.entry}>
                <span className={styles.sentence}><Sentence of={entry} isTitled /></span>
                <Time at={entry.at} />
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </section>
  );
}
