const STEPS: readonly [string, number][] = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
];

/** A length of time by its two greatest parts: `2 h 5 min`, `40 s`. */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1_000));
  const first = STEPS.findIndex(([, length]) => seconds >= length);
  if (first < 0) {
    return millis > 0 ? '< 1 s' : '0 s';
  }
  let rest = seconds;
  return STEPS.slice(first, first + 2)
    .map(([unit, length]) => {
      const count = Math.floor(rest / length);
      rest -= count * length;
      return count > 0 ? `${count} ${unit}` : '';
    })
    .filter(Boolean)
    .join(' ');
}

/** What a clock that runs backwards shows: `04:12`, `1:04:12`. */
export function countdown(millis: number): string {
  const seconds = Math.max(0, Math.ceil(millis / 1_000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3_600);
  return (hours > 0 ? [hours, ...parts] : parts).join(':');
}
