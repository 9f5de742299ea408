import { useEffect, useState } from 'react';
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useLiveQuery } from 'cairn-client/react';
import type { Activity, ActivityFollowing, ActivityListed } from 'cairn-client';
import { calm } from '../../calm.ts';
import { cairn } from '../../cairn.ts';

const PAGE = 50;
const FOLLOW_MAX = 200;
/** Of a page that stays open so many new entries are kept; then it begins anew. */
const NEW_MAX = 1_000;

export type Wanted = { project: string; actor?: string; subject?: string; types?: string };

/**
 * The log from the newest entry back, a page at a time, and what is added to it meanwhile. What follows is asked for by the number of the newest
 * entry, so that nothing is missed or shown twice, and older pages are not read again.
 */
export function useTimeline(wanted: Wanted, follows: boolean) {
  const client = useQueryClient();
  const options = cairn.query.listActivityInfinite({ query: { ...wanted, limit: PAGE } });
  const older = useInfiniteQuery({ ...options, gcTime: 0, placeholderData: keepPreviousData });
  const pages = (older.data?.pages ?? []) as ActivityListed[];
  const filter = JSON.stringify(wanted);
  const [kept, setKept] = useState<{ filter: string; items: Activity[]; after: number }>();
  const known = kept?.filter === filter ? kept : undefined;
  const first = pages[0]?.items[0]?.seq ?? 0;
  const after = known?.after ?? first;
  const isReady = older.data !== undefined && !older.isPlaceholderData && !older.isRefetching;
  const isFull = (known?.items.length ?? 0) >= NEW_MAX;
  const next = useLiveQuery({
    ...calm(cairn.query.listActivity({ query: { ...wanted, after: String(after), limit: FOLLOW_MAX } }), 500),
    enabled: isReady && follows && !isFull,
  });
  const following = next.data as ActivityFollowing | undefined;
  useEffect(() => {
    if (following && following.items.length === FOLLOW_MAX) {
      setKept({ filter, items: [...(known?.items ?? []), ...following.items], after: following.after });
    }
  }, [following]);
  const fresh = [...(known?.items ?? []), ...(following?.items ?? []).filter(({ seq }) => seq > after)].toReversed();
  return {
    older,
    fresh: isReady ? fresh : [],
    entries: [...(isReady ? fresh : []), ...pages.flatMap(({ items }) => items)],
    isFull,
    /** Begins at the newest entry again. */
    restart: () => {
      setKept(undefined);
      void client.resetQueries({ queryKey: options.queryKey });
    },
  };
}
