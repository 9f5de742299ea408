const LENGTH_MAX = 6;

/** A project's key that people would choose for its name: initials of several words, else how it begins. */
export function keyFor(name: string): string {
  const words = name.normalize('NFD').toUpperCase().replaceAll(/[^A-Z0-9 ]/g, '').trim().split(/\s+/);
  const key = words.length > 1 ? words.map(([first = '']) => first).join('') : (words[0] ?? '');
  return key.replace(/^\d+/, '').slice(0, LENGTH_MAX);
}
