/** Says how recent a read has to be, where the server has a replica. */
export const POSITION = 'Log-Position';

/** The greatest number in the log that was written or heard of here, by the address of a server that has named one. */
const positions = new Map<string, number>();

/** Answers the number up to which reads of this server have to find the log; undefined while it has named none. */
export function positionAt(url: string): number | undefined {
  return positions.get(url);
}

/** The server has a replica: later reads find what happened up to this number. */
export function wrote(url: string, seq: number): void {
  positions.set(url, Math.max(positions.get(url) ?? 0, seq));
}

/** As {@link wrote}, for whoever only hears of what happens, where the server has a replica. */
export function saw(url: string, seq: number): void {
  if (positions.has(url)) {
    wrote(url, seq);
  }
}
