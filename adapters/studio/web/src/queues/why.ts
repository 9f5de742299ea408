import type { Queue, QueueStatsBody } from 'cairn-client';

/** What a queue does with who asks it for work. The first that holds, as the server says it to them. */
export type Standing = 'paused' | 'at_limit' | 'hands_out' | 'all_blocked' | 'scheduled' | 'empty';

export function standing({ active, maxParallel }: Queue, { counts }: QueueStatsBody): Standing {
  const count = (state: string) => counts[state] ?? 0;
  if (!active) {
    return 'paused';
  }
  if (count('claimed') >= maxParallel) {
    return 'at_limit';
  }
  if (count('ready') + count('stalled') > 0) {
    return 'hands_out';
  }
  if (count('blocked') > 0) {
    return 'all_blocked';
  }
  return count('scheduled') > 0 ? 'scheduled' : 'empty';
}

export const STANDINGS: Record<Standing, { name: string; tone?: 'accent' | 'warning' | 'danger' }> = {
  paused: { name: 'Paused', tone: 'warning' },
  at_limit: { name: 'At its limit', tone: 'warning' },
  hands_out: { name: 'Hands out', tone: 'accent' },
  all_blocked: { name: 'All blocked', tone: 'danger' },
  scheduled: { name: 'Waits for its time' },
  empty: { name: 'Empty' },
};
