import type { ListedClaim } from 'cairn-client';
import { duration } from '../../ui/duration.ts';
import { words } from '../../ui/Status.tsx';
import styles from './Fleet.module.css';

const SHOWN_MAX = 24;
const HEIGHT = 20;
const STEP = 5;

/** The newest attempts that ended, one bar each: as high as it took long, and coloured by how it ended. */
export function Latest({ claims, name }: { claims: readonly ListedClaim[]; name: string }) {
  const shown = claims.slice(0, SHOWN_MAX).map(({ id, claimedAt, endedAt, outcome, ticketKey }) => ({
    id,
    outcome: outcome ?? '',
    millis: endedAt ? Date.parse(endedAt) - Date.parse(claimedAt) : 0,
    ticketKey,
  })).reverse();
  if (shown.length === 0) {
    return <span className={styles.latest} />;
  }
  const longest = Math.max(...shown.map(({ millis }) => millis), 1);
  const good = shown.filter(({ outcome }) => outcome === 'completed' || outcome === 'finished').length;
  return (
    <svg
      className={styles.latest}
      viewBox={`0 0 ${SHOWN_MAX * STEP} ${HEIGHT}`}
      role="img"
      aria-label={`The newest ${shown.length} attempts in ${name}: ${good} completed, the longest took ${duration(longest)}`}
    >
      {shown.map(({ id, outcome, millis, ticketKey }, index) => {
        const height = Math.max(2, (millis / longest) * HEIGHT);
        return (
          <rect key={id} className={styles[outcome] ?? styles.released} x={(SHOWN_MAX - shown.length + index) * STEP} y={HEIGHT - height} width={STEP - 1.5} height={height}>
            <title>{`${ticketKey}: ${words(outcome).toLowerCase()} after ${duration(millis)}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}
