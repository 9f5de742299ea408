import type { Activity } from 'cairn-client';
import { Subject } from '../../queues/Subject.tsx';
import { Actor } from '../../ui/Actor.tsx';
import { phrase, Sentence } from '../../ui/Sentence.tsx';
import { Badge } from '../../ui/Status.tsx';
import styles from './Activity.module.css';

/** What happened, in words; of an item with the title of what it is about. */
export function Told({ entry }: { entry: Activity }) {
  const { type, actorName, about, data } = entry;
  if (!about || !type.startsWith('queue_item.')) {
    return <p className={styles.sentence}><Sentence of={entry} isTitled /></p>;
  }
  const { agent } = (data ?? {}) as { agent?: string };
  return (
    <span className={styles.item}>
      <Actor name={actorName} />
      {agent && agent !== actorName && <Badge>{agent}</Badge>}
      <span>{phrase(type)}</span>
      <Subject of={about} />
    </span>
  );
}
