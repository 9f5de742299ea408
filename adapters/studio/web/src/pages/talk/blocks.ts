import { cairn } from '../../cairn.ts';

/** So many messages are read at once. They are numbered without a gap, so that each belongs to one block for ever. */
const SIZE = 50;

/** The block that holds the message of this number; the first is 0. */
export function blockOf(seq: number): number {
  return Math.floor(Math.max(seq - 1, 0) / SIZE);
}

/** @param seq of any message in the block */
export function blockQuery(conversation: string, seq: number) {
  const afterSeq = blockOf(seq) * SIZE;
  return cairn.query.listMessages({ path: { conversation }, query: { afterSeq, beforeSeq: afterSeq + SIZE + 1, limit: SIZE } });
}

export function firstOf(block: number): number {
  return block * SIZE + 1;
}
