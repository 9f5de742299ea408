import type { ItemBody, ListedClaim, ListedTicket } from 'cairn-client';
import { bucketAt, type Buckets } from './buckets.ts';

/** What a chart shows: one value in each bucket, null where there is none. */
export type Series = { name: string; kind: 'bar' | 'line' | 'area'; tone: Tone; values: readonly (number | null)[] };
export type Tone = 'accent' | 'good' | 'bad' | 'warn' | 'soft' | 'blue' | 'violet' | 'orange';

type Dated = Pick<ListedTicket, 'status' | 'createdAt' | 'completedAt'>;

/** How many tickets there were at the end of each bucket, and how many of them were completed. What was closed undone is none of them. */
export function burnUp(tickets: readonly Dated[], { starts, step }: Buckets): { scope: number[]; done: number[] } {
  const ends = starts.map((start, index) => starts[index + 1] ?? start + step);
  const before = (times: number[]) => {
    const sorted = times.toSorted((one, other) => one - other);
    return ends.map((end) => {
      const later = sorted.findIndex((time) => time >= end);
      return later < 0 ? sorted.length : later;
    });
  };
  const counted = tickets.filter(({ status, completedAt }) => status !== 'closed' || completedAt !== null);
  return {
    scope: before(counted.map(({ createdAt, completedAt }) => Math.min(Date.parse(createdAt), completedAt ? Date.parse(completedAt) : Infinity))),
    done: before(counted.flatMap(({ completedAt }) => (completedAt ? [Date.parse(completedAt)] : []))),
  };
}

/** How many of these times are in each bucket. */
export function countIn(times: readonly string[], buckets: Buckets): number[] {
  const counts = buckets.starts.map(() => 0);
  for (const time of times) {
    const index = bucketAt(buckets, Date.parse(time));
    if (index >= 0) {
      counts[index]!++;
    }
  }
  return counts;
}

/** The mean of the values in each bucket, null where there are none. */
export function meanIn(values: readonly { at: string; value: number }[], buckets: Buckets): (number | null)[] {
  const sums = buckets.starts.map(() => ({ sum: 0, count: 0 }));
  for (const { at, value } of values) {
    const bucket = sums[bucketAt(buckets, Date.parse(at))];
    if (bucket) {
      bucket.sum += value;
      bucket.count++;
    }
  }
  return sums.map(({ sum, count }) => (count === 0 ? null : sum / count));
}

/** How long items waited for the first who held them, when that was. */
export function waits(claims: readonly ListedClaim[], items: readonly ItemBody[]): { at: string; value: number }[] {
  const enqueued = new Map(items.map(({ id, enqueuedAt }) => [id, Date.parse(enqueuedAt)]));
  return claims.flatMap(({ itemId, fencingToken, claimedAt }) => {
    const from = enqueued.get(itemId);
    return fencingToken === 1 && from !== undefined ? [{ at: claimedAt, value: Math.max(0, Date.parse(claimedAt) - from) }] : [];
  });
}
