/** A page of a list. */
export type Page<T> = { items: T[]; nextCursor?: string | null };

/** All items of a list, page after page: `every((cursor) => cairn.listTickets({ path, query: { cursor } }))`. */
export async function* every<T>(page: (cursor: string | undefined) => Promise<Page<T>>): AsyncGenerator<T, void, undefined> {
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(cursor);
    yield* items;
    cursor = nextCursor ?? undefined;
  } while (cursor);
}
