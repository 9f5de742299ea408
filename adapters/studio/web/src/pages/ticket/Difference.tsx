import { diffWordsWithSpace } from 'diff';
import styles from './Ticket.module.css';

const EDITS_MAX = 2_000;

/** A text, with what went and what came. Texts that have next to nothing in common stand side by side. */
export function Difference({ before, after }: { before: string; after: string }) {
  const parts = diffWordsWithSpace(before, after, { maxEditLength: EDITS_MAX }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  return parts.map(({ value, added, removed }, at) => {
    const Tag = added ? 'ins' : removed ? 'del' : 'span';
    return <Tag key={at} className={added ? styles.came : removed ? styles.went : undefined}>{value}</Tag>;
  });
}
