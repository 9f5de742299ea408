import { hashKey, type QueryClient, type QueryKey, useQuery, useQueryClient, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { Cairn as Plain, type CairnOptions } from './cairn.ts';
import * as generated from './generated/@tanstack/react-query.gen.ts';
import { byEventSource, byPolling, LiveEvents } from './live-events.ts';
import { LiveQueries } from './live-queries.ts';
import { mayPass } from './problem.ts';

const RETRIES_MAX = 3;

type Named<Suffix extends string> = {
  [Name in keyof typeof generated as Name extends `${infer Operation}${Suffix}` ? Operation : never]: (typeof generated)[Name];
};

/** A server, with options for TanStack Query. */
export class Cairn extends Plain {
  /** What `useQuery` and `useLiveQuery` take: `cairn.query.getTicket({ path: { ticket: 'CRN-12' } })`. Lists also as `…Infinite`. */
  readonly query = named('Options', this);
  /** What `useMutation` takes: `cairn.mutation.createTicket()`. */
  readonly mutation = named('Mutation', this);

  constructor(options: CairnOptions = {}) {
    super(options);
    if (servers.get(this.url)?.token !== this.token || !servers.has(this.url)) {
      servers.set(this.url, { token: this.token, events: new LiveEvents(this.token ? byPolling(this) : byEventSource(this.url)) });
    }
  }
}

export function createCairn(options: CairnOptions = {}): Cairn {
  return new Cairn(options);
}

/** As TanStack's `useQuery`, and what it shows stays as new as the server: whatever happens there is on the screen at once. */
export function useLiveQuery<Answer, Failure, Shown = Answer, Key extends QueryKey = QueryKey>(
  options: UseQueryOptions<Answer, Failure, Shown, Key>,
): UseQueryResult<Shown, Failure> {
  const result = useQuery(options);
  useLive(options.queryKey);
  return result;
}

/** Keeps the answer of any of TanStack's hooks new: `useInfiniteQuery(options); useLive(options.queryKey)`. */
export function useLive(queryKey: QueryKey): void {
  const client = useQueryClient();
  const hash = hashKey(queryKey);
  // The key is another array each time, and the same one as long as its hash is.
  useEffect(() => liveQueries(client, queryKey).watch(queryKey), [client, hash]);
}

/** Whether what is on the page is new, since its server is heard. */
export function useConnected({ url }: Cairn): boolean {
  const events = eventsOf(url);
  return useSyncExternalStore(
    useCallback((changed) => events.listen({ stale: changed, lost: changed, happened: () => {} }), [events]),
    () => events.connected,
  );
}

/** By the address that each key carries; one connection to each, however often `createCairn` is called. */
const servers = new Map<string, { token: string | undefined; events: LiveEvents }>();
const live = new WeakMap<QueryClient, Map<LiveEvents, LiveQueries>>();

function liveQueries(client: QueryClient, [first]: QueryKey): LiveQueries {
  const url = (first as { baseUrl?: string } | undefined)?.baseUrl ?? '';
  const events = eventsOf(url);
  const queries = live.get(client) ?? new Map<LiveEvents, LiveQueries>();
  live.set(client, queries);
  const known = queries.get(events) ?? new LiveQueries(client, events);
  queries.set(events, known);
  return known;
}

function eventsOf(url: string): LiveEvents {
  const events = servers.get(url)?.events;
  if (!events) {
    throw new Error(`No server is known at "${url}": take the options from cairn.query, and cairn from createCairn of cairn-client/react`);
  }
  return events;
}

function named<Suffix extends 'Options' | 'Mutation'>(suffix: Suffix, cairn: Plain): Named<Suffix> {
  const retry = (failures: number, error: unknown) => failures < RETRIES_MAX && mayPass(error);
  const pages = { initialPageParam: {}, getNextPageParam: (page: { nextCursor?: string | null }) => page.nextCursor ?? undefined };
  const made = Object.entries(generated)
    .filter(([name]) => name.endsWith(suffix))
    .map(([name, make]) => [
      name.slice(0, -suffix.length),
      (options: object) => ({
        ...(make as (options: object) => object)({ ...options, client: cairn.client }),
        ...(suffix === 'Options' && { retry }), // A refusal is shown at once.
        ...(name.endsWith('InfiniteOptions') && pages),
      }),
    ]);
  return Object.fromEntries(made) as Named<Suffix>;
}
