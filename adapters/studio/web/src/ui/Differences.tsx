import { diffWordsWithSpace } from 'diff';
import type { Activity } from 'cairn-client';
import styles from './Differences.module.css';
import { words } from './Status.tsx';

const EDITS_MAX = 2_000;
const FIELDS_MAX = 30;
const TEXT_MAX = 4_000;
/** Shorter values stand side by side. */
const SHORT_MAX = 60;

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const CONSTANT = /^[a-z]+(_[a-z]+)+$/;
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

export type Change = { field: string; before: string; after: string };

/** What an entry says of the fields that it changed, or of what it made or took away. */
export function changesOf({ before, after }: Activity): Change[] {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .map((field) => ({ field, before: textOf(old[field]), after: textOf(now[field]) }))
    .filter((change) => change.before !== change.after)
    .slice(0, FIELDS_MAX);
}

export function Differences({ changes }: { changes: readonly Change[] }) {
  return (
    <dl className={styles.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{words(field.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())}</dt>
          <dd><Difference before={cut(before)} after={cut(after)} /></dd>
        </div>
      ))}
    </dl>
  );
}

/** A text, with what went and what came. Short ones, and those that have next to nothing in common, stand side by side. */
export function Difference({ before, after }: { before: string; after: string }) {
  const isShort = before.length <= SHORT_MAX && after.length <= SHORT_MAX;
  const parts = isShort ? undefined : diffWordsWithSpace(before, after, { maxEditLength: EDITS_MAX });
  if (!parts) {
    return (
      <>
        {before && <del className={styles.went}>{before}</del>}
        {before && after && <span aria-hidden> → </span>}
        {after && <ins className={styles.came}>{after}</ins>}
      </>
    );
  }
  return (
    <span className={styles.text}>
      {parts.map(({ value, added, removed }, at) => {
        const Tag = added ? 'ins' : removed ? 'del' : 'span';
        return <Tag key={at} className={added ? styles.came : removed ? styles.went : undefined}>{value}</Tag>;
      })}
    </span>
  );
}

function cut(text: string): string {
  return text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)} …` : text;
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(textOf).join(', ');
  }
  if (typeof value === 'string') {
    return MOMENT.test(value) ? exact.format(Date.parse(value)) : CONSTANT.test(value) ? words(value) : value;
  }
  return value === null || value === undefined ? '' : JSON.stringify(value, null, 1);
}
