import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, suite, test } from 'node:test';
import { type Cairn, createCairn } from '../src/cairn.ts';
import { byPolling } from '../src/live-events.ts';

/** A server whose answers the test gives, and a clock that it moves. */
suite('C5, C6: a server that is heard no more', () => {
  const answers: (() => Promise<Response>)[] = [];
  let cairn: Cairn;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    cairn = createCairn({
      url: 'http://cairn.test',
      fetch: (asked) => {
        const { signal } = asked as Request;
        const silence = () => new Promise<Response>((_, reject) => { signal.addEventListener('abort', () => reject(signal.reason)); });
        return (answers.shift() ?? silence)();
      },
    });
  });

  afterEach(() => {
    answers.length = 0;
    mock.timers.reset();
  });

  const polled = (after: number, ...items: object[]) => () => Promise.resolve(Response.json({ epoch: 'one', after, resync: null, items }));
  const away = () => Promise.reject(new TypeError('fetch failed'));

  /** Lets whatever is under way come to where it waits, a second at a time. */
  async function pass(seconds: number): Promise<void> {
    for (let second = 0; second <= seconds; second++) {
      for (let turn = 0; turn < 20; turn++) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      mock.timers.tick(second < seconds ? 1_000 : 0);
    }
  }

  test('a poll on a connection that is dead is asked again', async () => {
    const stop = new AbortController();
    const events = cairn.events({ after: 6, signal: stop.signal });
    const next = events.next();
    await pass(40);
    answers.push(polled(7, { seq: 7, type: 'ticket.updated', id: 'A', version: 1 }));
    await pass(10);
    const { value } = await next;
    assert.ok(value && value.type !== 'resync');
    assert.equal(value.seq, 7);
    stop.abort();
  });

  test('a page that polls says that the server is away, and that it is back', async () => {
    const told: string[] = [];
    answers.push(polled(6), away, polled(6), polled(7, { seq: 7, type: 'ticket.updated', id: 'A', version: 1 }));
    const stop = byPolling(cairn)({
      stale: () => told.push('stale'),
      happened: ({ seq }) => told.push(`${seq}`),
      lost: () => told.push('lost'),
    });
    await pass(1);
    assert.deepEqual(told, ['stale', 'lost']);
    await pass(5);
    assert.deepEqual(told, ['stale', 'lost', 'stale', '7']);
    stop();
  });
});
