const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY, 28 * DAY, 91 * DAY, 364 * DAY];
const BUCKETS_MAX = 40;
/** Fewer would be a wall and not a course. */
const BUCKETS_MIN = 12;

/** Spans of equal length side by side: when each begins, and how long it is. Days are those of this place, or of the server, which are in UTC. */
export type Buckets = { starts: readonly number[]; step: number; isUtc?: boolean };

/** The shortest spans of a usual length of which at most some 40 reach from one time to another; a dozen at least, from earlier. Days begin at midnight. */
export function bucketsOf(from: number, to: number, shortest = MINUTE): Buckets {
  const step = STEPS.find((each) => each >= shortest && (to - from) / each < BUCKETS_MAX) ?? STEPS.at(-1)!;
  const first = floor(Math.min(from, to - (BUCKETS_MIN - 1) * step), step);
  const starts: number[] = [];
  // By the day of the calendar, since some days have an hour more or less.
  for (let at = first; at <= to && starts.length <= BUCKETS_MAX; at = step < DAY ? at + step : plusDays(first, ((starts.length) * step) / DAY)) {
    starts.push(at);
  }
  return { starts, step };
}

/** In which bucket a time is: the last one goes on; -1 before the first. */
export function bucketAt({ starts }: Buckets, time: number): number {
  return starts.findLastIndex((start) => start <= time);
}

function floor(time: number, step: number): number {
  const midnight = plusDays(time, 0);
  return step < DAY ? midnight + Math.floor((time - midnight) / step) * step : midnight;
}

/** The midnight so many days after that of a time. */
export function plusDays(time: number, days: number): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndClock = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const utcDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** What a bucket is called, as short as it can be. */
export function nameOf({ starts, step, isUtc }: Buckets, start: number): string {
  if (isUtc) {
    return utcDay.format(start);
  }
  if (step < DAY) {
    const isOfOneDay = plusDays(starts[0] ?? 0, 0) === plusDays(starts.at(-1) ?? 0, 0);
    return (isOfOneDay ? clock : dayAndClock).format(start);
  }
  return (new Date(starts[0] ?? 0).getFullYear() === new Date(starts.at(-1) ?? 0).getFullYear() ? day : dayOfYear).format(start);
}
