import { type InfiniteData, type QueryKey, useInfiniteQuery, type UseInfiniteQueryOptions } from '@tanstack/react-query';
import { useLive } from 'cairn-client/react';

type PageOf<Item> = { items: Item[]; nextCursor: string | null };

/** A list, page after page, as far as somebody wanted to see it; it follows the events. `<More list={…} />` goes on with it. */
export type Paged<Item> = {
  data: readonly Item[] | undefined;
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
};

/** @param options as `cairn.query.list…Infinite` makes them */
export function usePaged<Item, Failure, Key extends QueryKey, Param>(
  options: Pick<UseInfiniteQueryOptions<PageOf<Item>, Failure, InfiniteData<PageOf<Item>>, Key, Param>, 'queryKey' | 'queryFn' | 'refetchInterval'>,
): Paged<Item> {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(options as UseInfiniteQueryOptions<PageOf<Item>, Failure, InfiniteData<PageOf<Item>>, Key, Param>);
  useLive(options.queryKey);
  return { data: data?.pages.flatMap(({ items }) => items), error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage };
}
