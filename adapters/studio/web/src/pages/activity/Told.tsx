import { useEffect, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Activity, ReadyTicket } from 'cairn-client';
import { cairn } from '../../cairn.ts';
import { Subject } from '../../queues/Subject.tsx';
import { Actor } from '../../ui/Actor.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Badge, words } from '../../ui/Status.tsx';
import styles from './Activity.module.css';

/** What the names of types do not say by themselves. */
const VERBS: Record<string, string> = {
  'queue_item.ready': 'gave back',
  'queue_item.cancelled': 'took out of its queue',
  'queue_item.retried': 'had retried',
  'queue_item.failed': 'failed at',
};

type Props = { entry: Activity; known: ReadonlyMap<string, ReadyTicket> };

/** What happened, in words. The log names items of queues by their ids alone, so they are asked for, as soon as they can be seen. */
export function Told({ entry, known }: Props) {
  return entry.type.startsWith('queue_item.') ? <ToldItem entry={entry} known={known} /> : <p className={styles.sentence}><Sentence of={entry} /></p>;
}

function ToldItem({ entry: { type, actorName, subjectId, data }, known }: Props) {
  const line = useRef<HTMLSpanElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && setSeen(true));
    observer.observe(line.current!);
    return () => observer.disconnect();
  }, []);
  const { data: item } = useQuery({ ...cairn.query.getQueueItem({ path: { item: subjectId } }), enabled: isSeen });
  const { agent } = (data ?? {}) as { agent?: string };
  return (
    <span ref={line} className={styles.item}>
      <Actor name={actorName} />
      {agent && agent !== actorName && <Badge>{agent}</Badge>}
      <span>{VERBS[type] ?? words(type.split('.')[1] ?? '').toLowerCase()}</span>
      {item ? <Subject of={item} known={known} /> : <span>an item</span>}
    </span>
  );
}
