import type { Cairn } from './cairn.ts';
import type { Event, EventType } from './generated/types.gen.ts';
import { saw } from './position.ts';
import { type CairnProblem, mayPass } from './problem.ts';

const WAIT_SECONDS = 25;
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

/** Asks again and again, each time as long as the server lets one wait: no event is missed, and none comes twice. */
export async function* happenings(cairn: Cairn, wanted: Wanted): AsyncGenerator<Happening, void, undefined> {
  const { project, types, signal } = wanted;
  let after = wanted.after;
  let epoch: string | undefined;
  let pause = PAUSE_MIN_MILLIS;
  while (!signal?.aborted) {
    try {
      const told = await cairn.pollEvents({
        query: {
          ...(project && { project }),
          ...(types && { types: types.join(',') }),
          ...(after !== undefined && { after: String(after), wait: WAIT_SECONDS }),
        },
        ...(signal && { signal }),
      });
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
      if (!mayPass(error)) {
        throw error;
      }
      const { retryAfter } = error as CairnProblem;
      await sleep(retryAfter === undefined ? pause : retryAfter * 1_000, signal);
      pause = Math.min(pause * 2, PAUSE_MAX_MILLIS);
    }
  }
}

function sleep(millis: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal?.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}
