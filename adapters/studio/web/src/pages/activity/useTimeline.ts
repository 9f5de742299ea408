import { useEffect, useState } from 'react';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useLiveQuery } from 'cairn-client/react';
import type { Activity, ActivityFollowing, ActivityListed } from 'cairn-client';
import { calm } from '../../calm.ts';
import { cairn } from '../../cairn.ts';

const PAGE = 50;
const FOLLOW_MAX = 200;
/** So many new entries are kept of a page that stays open, however long. */
const NEW_MAX = 300;
/** Who has scrolled further down reads, and is not to lose the place. */
const TOP_PIXELS = 200;

export type Wanted = { project: string; actor?: string; subject?: string; types?: string };

/**
 * The log from the newest entry back, a page at a time, and what is added to it meanwhile. What follows is asked for by the number of the newest
 * entry, so that nothing is missed or shown twice, and older pages are not read again. When more is added than is kept, whoever looks at the newest sees
 * only these from then on, and whoever reads further down is followed no more.
 */
export function useTimeline(wanted: Wanted, follows: boolean) {
  const client = useQueryClient();
  const options = cairn.query.listActivityInfinite({ query: { ...wanted, limit: PAGE } });
  const older = useInfiniteQuery({ ...options, gcTime: 0, placeholderData: keepPreviousData });
  const pages = (older.data?.pages ?? []) as ActivityListed[];
  const filter = JSON.stringify(wanted);
  const [kept, setKept] = useState<{ filter: string; items: Activity[]; after: number; isFull: boolean; isCut: boolean }>();
  const known = kept?.filter === filter ? kept : undefined;
  const first = pages[0]?.items[0]?.seq ?? 0;
  const after = known?.after ?? first;
  const isReady = older.data !== undefined && !older.isPlaceholderData && !older.isRefetching;
  const { isFull = false, isCut = false } = known ?? {};
  const next = useLiveQuery({
    ...calm(cairn.query.listActivity({ query: { ...wanted, after: String(after), limit: FOLLOW_MAX } }), 500),
    gcTime: 0, // Each goes on where the one before ended, and is not asked for again.
    enabled: isReady && follows && !isFull,
  });
  const following = next.data as ActivityFollowing | undefined;
  useEffect(() => {
    if (following && following.items.length === FOLLOW_MAX) {
      const items = [...(known?.items ?? []), ...following.items];
      const isAtTop = document.documentElement.scrollTop < TOP_PIXELS;
      const isTooMuch = items.length > NEW_MAX;
      setKept({
        filter,
        items: isTooMuch && isAtTop ? items.slice(-NEW_MAX) : items,
        after: following.after,
        isFull: isTooMuch && !isAtTop,
        isCut: isCut || (isTooMuch && isAtTop),
      });
    }
  }, [following]);
  const added = [...(known?.items ?? []), ...(following?.items ?? []).filter(({ seq }) => seq > after)];
  const fresh = (isCut ? added.slice(-NEW_MAX) : added).toReversed();
  return {
    older,
    fresh: isReady ? fresh : [],
    entries: [...(isReady ? fresh : []), ...(isCut ? [] : pages.flatMap(({ items }) => items))],
    isFull,
    isCut,
    /** Begins at the newest entry again. */
    restart: () => {
      setKept(undefined);
      void client.resetQueries({ queryKey: options.queryKey });
    },
  };
}
