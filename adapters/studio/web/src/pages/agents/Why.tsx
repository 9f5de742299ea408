import type { RankingWhy } from 'cairn-client';
import styles from './Memories.module.css';

const PARTS = [
  { of: 'score', name: 'score' },
  { of: 'recency', name: 'how new' },
  { of: 'accesses', name: 'how often read' },
  { of: 'conversation', name: 'same conversation' },
  { of: 'words', name: 'words' },
] as const;

/** Why a memory stands where it stands: its reasons, each of 0 to 1, and their weighted sum. */
export function Why({ of }: { of: RankingWhy }) {
  return (
    <dl className={styles.why} aria-label="Why it stands here">
      <div><dt>Total</dt><dd><strong>{of.total.toFixed(2)}</strong></dd></div>
      {PARTS.map((part) => (
        <div key={part.of}>
          <dt>{part.name}</dt>
          <dd><meter min={0} max={1} value={of[part.of]} aria-label={part.name} /> {of[part.of].toFixed(2)}</dd>
        </div>
      ))}
    </dl>
  );
}
