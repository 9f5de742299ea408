import { type Event, EventType } from './generated/types.gen.ts';
import type { Cairn } from './cairn.ts';
import { happenings, poll } from './events.ts';
import { saw } from './position.ts';

const REOPEN_MILLIS = 3_000;
/** So long the connection outlives its last listener: a page that changes its view keeps it. */
const LINGER_MILLIS = 1_000;

export interface Listener {
  /** What was read before may be old: the connection begins, or began anew, or events are missing. */
  stale(): void;
  happened(event: Event): void;
  /** Nothing is heard until it is back. */
  lost?(): void;
}

/** What happens on one server, over one connection however many listen. */
export class LiveEvents {
  readonly #connect: (to: Listener) => () => void;
  readonly #listeners = new Set<Listener>();
  #disconnect: (() => void) | undefined;
  #lingering: ReturnType<typeof setTimeout> | undefined;
  /** Whether what is read from now on misses nothing. */
  #connected = false;

  constructor(connect: (to: Listener) => () => void) {
    this.#connect = connect;
  }

  get connected(): boolean {
    return this.#connected;
  }

  listen(listener: Listener): () => void {
    clearTimeout(this.#lingering);
    this.#listeners.add(listener);
    this.#disconnect ??= this.#connect({
      stale: () => {
        this.#connected = true;
        this.#listeners.forEach((each) => each.stale());
      },
      happened: (event) => this.#listeners.forEach((each) => each.happened(event)),
      lost: () => {
        this.#connected = false;
        this.#listeners.forEach((each) => each.lost?.());
      },
    });
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        this.#lingering = setTimeout(() => {
          this.#disconnect?.();
          this.#disconnect = undefined;
          this.#connected = false;
        }, LINGER_MILLIS);
      }
    };
  }
}

/**
 * By the browser's EventSource, with the session's cookie. It comes back by itself when the network failed, but not when it was answered by
 * anything but events, as a proxy does while the server starts: then another one takes its place.
 */
export function byEventSource(url: string, reopenMillis = REOPEN_MILLIS): (to: Listener) => () => void {
  return (to) => {
    let source: EventSource;
    let reopening: ReturnType<typeof setTimeout> | undefined;
    let epoch: string | undefined;
    let last = 0;
    const open = () => {
      source = new EventSource(`${url}/api/v1/events${last ? `?after=${last}` : ''}`, { withCredentials: true });
      source.addEventListener('hello', ({ data }) => {
        const hello: { epoch: string; newest: number } = JSON.parse(data);
        if (hello.epoch !== epoch) {
          last = 0;
        }
        epoch = hello.epoch;
        saw(url, hello.newest);
        to.stale();
      });
      source.addEventListener('resync', ({ data }) => {
        last = (JSON.parse(data) as { newest: number }).newest;
        saw(url, last);
        to.stale();
      });
      for (const type of Object.values(EventType)) {
        source.addEventListener(type, ({ data }) => {
          const event: Event = JSON.parse(data);
          if (event.seq > last) {
            last = event.seq;
            saw(url, last);
            to.happened(event);
          }
        });
      }
      source.addEventListener('error', () => {
        to.lost?.();
        if (source.readyState === EventSource.CLOSED) {
          reopening = setTimeout(open, reopenMillis);
        }
      });
    };
    open();
    return () => {
      clearTimeout(reopening);
      source.close();
    };
  };
}

/** By asking again and again, where a token speaks for the page: an EventSource cannot show one. */
export function byPolling(cairn: Cairn): (to: Listener) => () => void {
  return (to) => {
    const stop = new AbortController();
    void (async () => {
      while (!stop.signal.aborted) {
        try {
          const { after } = await poll(cairn, {}, stop.signal);
          saw(cairn.url, after);
          to.stale();
          for await (const told of happenings(cairn, { after, signal: stop.signal }, false)) {
            if (told.type === 'resync') {
              to.stale();
            } else {
              to.happened(told);
            }
          }
        } catch {
          to.lost?.();
          await new Promise((resolve) => setTimeout(resolve, REOPEN_MILLIS));
        }
      }
    })();
    return () => stop.abort();
  };
}
