import type { Cairn } from './cairn.ts';
import type { Event, EventType, PollEventsData, Polled } from './generated/types.gen.ts';
import { saw } from './position.ts';
import { CairnProblem, mayPass } from './problem.ts';

const WAIT_SECONDS = 25;
/** A poll waits for 25 s at most: what is not answered by then is on a connection that is dead. */
const ANSWER_MAX_MILLIS = 45_000;
const PAUSE_MIN_MILLIS = 250;
const PAUSE_MAX_MILLIS = 5_000;

/** Events are missing, since the log does not go back as far, or is another one: what they were about is to be read anew. */
export type Resync = { type: 'resync'; epoch: string; seq: number };

export type Happening = Event | Resync;

export type Wanted = {
  /** A project's key or id; without it all that the token may see. */
  project?: string;
  types?: EventType[];
  /** The number of the last event that is known. */
  after?: number;
  signal?: AbortSignal;
};

/**
 * Asks again and again, each time as long as the server lets one wait: no event is missed, and none comes twice.
 *
 * @param goesOn whether it waits for a server that is away; else it throws
 */
export async function* happenings(cairn: Cairn, wanted: Wanted, goesOn = true): AsyncGenerator<Happening, void, undefined> {
  const { project, types, signal } = wanted;
  let after = wanted.after;
  let epoch: string | undefined;
  let pause = PAUSE_MIN_MILLIS;
  while (!signal?.aborted) {
    try {
      const query = {
        ...(project && { project }),
        ...(types && { types: types.join(',') }),
        ...(after !== undefined && { after: String(after), wait: WAIT_SECONDS }),
      };
      const told = await poll(cairn, query, signal);
      pause = PAUSE_MIN_MILLIS;
      if (told.resync || (epoch && told.epoch !== epoch)) {
        yield { type: 'resync', epoch: told.epoch, seq: told.after };
      }
      epoch = told.epoch;
      after = told.after;
      saw(cairn.url, after);
      yield* told.items;
    } catch (error) {
      if (signal?.aborted) {
        return;
      }
      if (!goesOn || !mayPass(error)) {
        throw error;
      }
      const { retryAfter } = error as CairnProblem;
      await sleep(retryAfter === undefined ? pause : retryAfter * 1_000, signal);
      pause = Math.min(pause * 2, PAUSE_MAX_MILLIS);
    }
  }
}

/** Throws a problem that may pass when nothing is heard, also where a connection is open at one end only. */
export async function poll(cairn: Cairn, query: PollEventsData['query'], signal: AbortSignal | undefined): Promise<Polled> {
  const late = new AbortController();
  const detail = `${cairn.url} takes too long to answer`;
  const timer = setTimeout(() => late.abort(new CairnProblem({ status: 0, code: 'unreachable', detail })), ANSWER_MAX_MILLIS);
  try {
    return await cairn.pollEvents({ query, signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal });
  } finally {
    clearTimeout(timer);
  }
}

function sleep(millis: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal?.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
