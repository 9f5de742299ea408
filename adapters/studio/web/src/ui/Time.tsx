import { useEffect, useState } from 'react';

const TICK_MILLIS = 30_000;
const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const DAYS_MAX = 14;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'narrow' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

export function ago(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1_000);
  for (const [unit, length] of STEPS) {
    if (Math.abs(seconds) >= length) {
      const count = Math.trunc(seconds / length);
      return unit === 'day' && Math.abs(count) > DAYS_MAX ? day.format(at) : relative.format(count, unit);
    }
  }
  return 'just now';
}

/** How long ago, or how soon; the exact time is its title. */
export function Time({ at }: { at: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MILLIS);
    return () => clearInterval(timer);
  }, []);
  const millis = Date.parse(at);
  return <time dateTime={at} title={exact.format(millis)}>{ago(millis, Math.max(now, Date.now()))}</time>;
}
