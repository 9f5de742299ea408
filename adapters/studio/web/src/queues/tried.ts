/** What became of an item before, empty when nothing did. */
export function tried(attempts: number, stalls: number, releases = 0): string {
  const parts = [attempts > 0 && `failed ${times(attempts)}`, stalls > 0 && `stalled ${times(stalls)}`, releases > 0 && `given back ${times(releases)}`];
  return parts.filter(Boolean).join(', ');
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
