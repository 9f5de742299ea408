import { type InfiniteData, type QueryKey, useInfiniteQuery, type UseInfiniteQueryOptions } from '@tanstack/react-query';
import { useLive } from 'cairn-client/react';
import { Button } from './Button.tsx';

type PageOf<Item> = { items: Item[]; nextCursor: string | null };

/** A list, page after page, as far as somebody wanted to see it; it follows the events. */
export type Paged<Item> = { data: readonly Item[] | undefined; error: unknown; refetch: () => unknown; hasMore: boolean; more: () => void; isLoadingMore: boolean };

/** @param options as `cairn.query.list…Infinite` makes them */
export function usePaged<Item, Failure, Key extends QueryKey, Param>(
  options: Pick<UseInfiniteQueryOptions<PageOf<Item>, Failure, InfiniteData<PageOf<Item>>, Key, Param>, 'queryKey' | 'queryFn'>,
  enabled = true,
): Paged<Item> {
  const query = useInfiniteQuery({
    ...(options as UseInfiniteQueryOptions<PageOf<Item>, Failure, InfiniteData<PageOf<Item>>, Key, Param>),
    enabled,
  });
  useLive(options.queryKey);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  return {
    data: data?.pages.flatMap(({ items }) => items),
    error,
    refetch,
    hasMore: hasNextPage,
    more: () => void fetchNextPage(),
    isLoadingMore: isFetchingNextPage,
  };
}

/** @param of what there is more of */
export function More({ list, of }: { list: Paged<unknown>; of: string }) {
  return list.hasMore && <Button kind="quiet" busy={list.isLoadingMore} onClick={list.more}>More {of}</Button>;
}
