import { hashKey, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { Event } from './generated/types.gen.ts';
import type { LiveEvents } from './live-events.ts';

/** At most so often one query is read anew because of events, however many there are. */
const PACE_MILLIS = 200;
/** After these a thing is not shown any more, whatever its last version was. */
const GONE = /\.(deleted|purged)$/;

/** What a path names that is in one project with all that it leads to; an agent or a user may be in several. */
const IN_A_PROJECT = ['project', 'ticket', 'queue', 'conversation'];

/** What a query's answer tells of itself. */
type Contents = {
  /** The smallest version in which each thing is in it. */
  versions: Map<string, number>;
  projects: Set<string>;
};

/** A query that is on the page. */
type Live = {
  key: QueryKey;
  uses: number;
  /** What happened and is not in its answer yet. */
  missing: Event[];
  /** Whether its answer may be older than the connection. */
  stale: boolean;
  pacing: ReturnType<typeof setTimeout> | undefined;
  readAt: number;
};

/**
 * Keeps the queries that are on a page as new as the server. An event that is about a version which a query shows, or an older one, leaves it
 * alone, unless the thing is gone; any other makes it read its answer anew. A read that is under way is let finish, and judged by what it brought.
 */
export class LiveQueries {
  readonly #client: QueryClient;
  readonly #events: LiveEvents;
  readonly #live = new Map<string, Live>();
  readonly #contents = new WeakMap<object, Contents>();
  #stop: (() => void) | undefined;

  constructor(client: QueryClient, events: LiveEvents) {
    this.#client = client;
    this.#events = events;
  }

  watch(key: QueryKey): () => void {
    const hash = hashKey(key);
    this.#stop ??= this.#start();
    const live = this.#live.get(hash) ?? { key, uses: 0, missing: [], stale: false, pacing: undefined, readAt: 0 };
    live.uses++;
    this.#live.set(hash, live);
    const query = this.#client.getQueryCache().get(hash);
    if (live.uses === 1 && this.#events.connected && query?.state.data !== undefined && query.state.fetchStatus === 'idle') {
      this.#readAnew(live); // Nobody followed what happened since it was read.
    }
    return () => this.#leave(hash, live);
  }

  #leave(hash: string, live: Live): void {
    live.uses--;
    if (live.uses > 0) {
      return;
    }
    clearTimeout(live.pacing);
    this.#live.delete(hash);
    void this.#client.invalidateQueries({ queryKey: live.key, exact: true, refetchType: 'none' });
    if (this.#live.size === 0) {
      this.#stop?.();
      this.#stop = undefined;
    }
  }

  #start(): () => void {
    const deaf = this.#events.listen({
      stale: () => this.#live.forEach((live, hash) => this.#isStale(live, this.#client.getQueryCache().get(hash))),
      happened: (event) => this.#live.forEach((live, hash) => this.#happened(live, this.#client.getQueryCache().get(hash), event)),
    });
    const blind = this.#client.getQueryCache().subscribe((change) => {
      if (change.type === 'updated' && (change.action.type === 'success' || change.action.type === 'error')) {
        const live = this.#live.get(change.query.queryHash);
        if (live) {
          this.#settled(live, change.query);
        }
      }
    });
    return () => {
      deaf();
      blind();
    };
  }

  #isStale(live: Live, query: Query | undefined): void {
    live.missing = [];
    // A first read cannot be begun anew while it is under way, and waits no longer to be tried again.
    live.stale = query?.state.data === undefined && query?.state.fetchStatus === 'fetching';
    this.#readAnew(live);
  }

  #happened(live: Live, query: Query | undefined, event: Event): void {
    if (query && this.#concerns(query, event)) {
      live.missing.push(event);
      if (query.state.fetchStatus !== 'fetching') {
        this.#pace(live);
      }
    }
  }

  /** What came may hold what happened while it was on its way. What it does not show may have been too late for it. */
  #settled(live: Live, query: Query): void {
    live.missing = live.missing.filter((event) => this.#concerns(query, event));
    if (live.stale || live.missing.length > 0) {
      live.stale = false;
      this.#pace(live);
    }
  }

  #pace(live: Live): void {
    live.pacing ??= setTimeout(
      () => {
        live.pacing = undefined;
        live.missing = [];
        this.#readAnew(live);
      },
      Math.max(0, live.readAt + PACE_MILLIS - Date.now()),
    );
  }

  #readAnew(live: Live): void {
    live.readAt = Date.now();
    void this.#client.invalidateQueries({ queryKey: live.key, exact: true });
  }

  #concerns(query: Query, event: Event): boolean {
    const { versions, projects } = this.#contentsOf(query.state.data);
    const shown = versions.get(event.id);
    if (shown !== undefined && GONE.test(event.type)) {
      return true;
    }
    if (shown !== undefined && event.version !== null) {
      return shown < event.version;
    }
    const path = (query.queryKey[0] as { path?: object } | undefined)?.path ?? {};
    const isOfOneProject = IN_A_PROJECT.some((name) => name in path);
    return !(isOfOneProject && event.project && projects.size > 0 && !projects.has(event.project));
  }

  #contentsOf(data: unknown): Contents {
    if (typeof data !== 'object' || data === null) {
      return { versions: new Map(), projects: new Set() };
    }
    let contents = this.#contents.get(data);
    if (!contents) {
      contents = { versions: new Map(), projects: new Set() };
      collect(data, contents);
      this.#contents.set(data, contents);
    }
    return contents;
  }
}

function collect(value: unknown, into: Contents): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  const { id, version, projectId } = value as Record<string, unknown>;
  if (typeof id === 'string' && typeof version === 'number') {
    into.versions.set(id, Math.min(version, into.versions.get(id) ?? version));
  }
  if (typeof projectId === 'string') {
    into.projects.add(projectId);
  }
  Object.values(value).forEach((part) => collect(part, into));
}
