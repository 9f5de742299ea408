const plain = new Intl.NumberFormat('en');
const UNITS = ['B', 'KB', 'MB', 'GB'];
const STEP = 1_000;

/** 12345 as 12,345. */
export function count(number: number): string {
  return plain.format(number);
}

/** So many of something: "1 file", "12 files". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** 12345 as 12 KB. */
export function bytes(size: number): string {
  const power = Math.min(size < STEP ? 0 : Math.floor(Math.log10(size) / 3), UNITS.length - 1);
  const value = size / STEP ** power;
  return `${power > 0 && value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[power]}`;
}
