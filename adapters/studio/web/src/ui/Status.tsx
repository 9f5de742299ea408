import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Status.module.css';

const COLOURS = new Set(['open', 'in_progress', 'review', 'blocked', 'completed', 'closed']);

/** A constant or a field of the API as people say it: `in_progress` is "In progress". */
export function words(constant: string): string {
  const text = constant.replaceAll('_', ' ').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A state, never by its colour alone. @param tone the colour, where the state has none of its own */
export function Status({ status, tone = status }: { status: string; tone?: string }) {
  const colour = COLOURS.has(tone) ? tone : 'open';
  return (
    <span className={styles.status}>
      <span className={classes(styles.dot, styles[colour])} aria-hidden />
      {words(status)}
    </span>
  );
}

export function Badge({ children, tone }: { children: ReactNode; tone?: 'danger' | 'warning' | 'accent' }) {
  return <span className={classes(styles.badge, tone && styles[tone])}>{children}</span>;
}
