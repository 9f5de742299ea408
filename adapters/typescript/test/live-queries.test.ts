import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, suite, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import type { Event } from 'cairn-client';
import { type Listener, LiveEvents } from '../src/live-events.ts';
import { LiveQueries } from '../src/live-queries.ts';

type Thing = { id: string; version: number; projectId: string };

const CALM_MILLIS = 500;
let seq = 0;

/** Lets time pass, and all that happens meanwhile. */
async function pass(millis: number): Promise<void> {
  for (let passed = 0; passed < millis; passed += 50) {
    mock.timers.tick(50);
    await turn();
  }
}

function event(told: Partial<Event>): Event {
  const at = new Date().toISOString();
  return { seq: ++seq, type: 'ticket.updated', entity: 'ticket', id: 'A', version: 1, actor: null, project: 'P', conversation: null, at, ...told };
}

/** A query whose answers the test gives, with a connection that the test speaks for. */
class Shown {
  readonly client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  readonly key: [{ _id: string; path: object }];
  answer: Thing[] = [{ id: 'A', version: 3, projectId: 'P' }];
  reads = 0;
  connections = 0;
  /** What the next read waits for. */
  gate: Promise<void> = Promise.resolve();
  to!: Listener;
  readonly queries = new LiveQueries(
    this.client,
    new LiveEvents((to) => {
      this.connections++;
      this.to = to;
      return () => this.connections--;
    }),
  );

  constructor(path: object = { project: 'CRN' }) {
    this.key = [{ _id: 'list', path }];
  }

  /** As a component does that is on the page. */
  show(): () => void {
    const options = {
      queryKey: this.key,
      staleTime: Infinity,
      queryFn: async () => {
        this.reads++;
        const answer = this.answer;
        await this.gate;
        return answer;
      },
    };
    const hide = new QueryObserver(this.client, options).subscribe(() => {});
    const leave = this.queries.watch(this.key);
    return () => {
      leave();
      hide();
    };
  }

  async calm(): Promise<void> {
    await pass(CALM_MILLIS);
    assert.equal(this.client.isFetching(), 0);
  }

  get data(): Thing[] | undefined {
    return this.client.getQueryData<Thing[]>(this.key);
  }
}

suite('C6: queries that are live', { concurrency: false }, () => {
  let shown: Shown;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'] });
    shown = new Shown();
  });

  afterEach(() => mock.timers.reset());

  /** One that is on the page, has its answer, and is connected. */
  async function live(): Promise<void> {
    shown.show();
    shown.to.stale();
    await shown.calm();
    shown.reads = 0;
  }

  test('a version that is shown, or an older one, is not read anew', async () => {
    await live();
    shown.to.happened(event({ version: 3 }));
    shown.to.happened(event({ version: 2 }));
    await shown.calm();
    assert.equal(shown.reads, 0);
  });

  test('a newer version is read, and what is new in its list', async () => {
    await live();
    shown.answer = [{ id: 'A', version: 4, projectId: 'P' }];
    shown.to.happened(event({ version: 4 }));
    await shown.calm();
    assert.equal(shown.reads, 1);
    assert.equal(shown.data?.[0]?.version, 4);
    shown.to.happened(event({ type: 'ticket.created', id: 'B', version: 0 }));
    await shown.calm();
    assert.equal(shown.reads, 2);
  });

  for (const type of ['provider.deleted', 'ticket.purged'] as const) {
    test(`what is gone is not shown any more, whatever its version: ${type}`, async () => {
      await live();
      shown.answer = [];
      shown.to.happened(event({ type, version: 3, project: null }));
      await shown.calm();
      assert.deepEqual([shown.reads, shown.data], [1, []]);
      shown.to.happened(event({ type, version: 3, project: 'Q' }));
      await shown.calm();
      assert.equal(shown.reads, 2); // Of an empty answer nobody knows the project.
    });
  }

  test('what happens in other projects is left alone', async () => {
    await live();
    shown.to.happened(event({ id: 'C', project: 'Q' }));
    await shown.calm();
    assert.equal(shown.reads, 0);
  });

  test('what one agent does may be in any project', async () => {
    shown = new Shown({ agent: 'ada' });
    await live();
    shown.to.happened(event({ type: 'run.created', id: 'R', project: 'Q' }));
    await shown.calm();
    assert.equal(shown.reads, 1);
  });

  test('a thousand events make a few reads', async () => {
    await live();
    for (let version = 4; version < 1_004; version++) {
      shown.answer = [{ id: 'A', version, projectId: 'P' }];
      shown.to.happened(event({ version }));
    }
    await shown.calm();
    assert.ok(shown.reads <= 2, `${shown.reads} reads`);
    assert.equal(shown.data?.[0]?.version, 1_003);
  });

  test('a read that is under way is not begun anew, but judged by what it brought', async () => {
    await live();
    let open!: () => void;
    shown.gate = new Promise((opened) => { open = opened; });
    shown.answer = [{ id: 'A', version: 5, projectId: 'P' }];
    shown.to.happened(event({ version: 4 }));
    await pass(CALM_MILLIS);
    shown.to.happened(event({ version: 5 }));
    open();
    await shown.calm();
    assert.equal(shown.reads, 1, 'it brought version 5');

    shown.gate = new Promise((opened) => { open = opened; });
    shown.to.happened(event({ version: 6 }));
    await pass(CALM_MILLIS);
    shown.answer = [{ id: 'A', version: 7, projectId: 'P' }];
    shown.to.happened(event({ version: 7 }));
    open();
    await shown.calm();
    assert.equal(shown.reads, 3, 'it brought version 5 still');
    assert.equal(shown.data?.[0]?.version, 7);
  });

  test('all is read anew when events are missing, and when the connection comes back', async () => {
    await live();
    shown.answer = [{ id: 'A', version: 1, projectId: 'P' }]; // Of a database that was restored.
    shown.to.stale();
    await shown.calm();
    assert.equal(shown.reads, 1);
    assert.equal(shown.data?.[0]?.version, 1);
  });

  test('a first read that began before the connection is followed by another', async () => {
    let open!: () => void;
    shown.gate = new Promise((opened) => { open = opened; });
    shown.show();
    assert.equal(shown.reads, 1);
    shown.to.stale();
    shown.answer = [{ id: 'A', version: 4, projectId: 'P' }];
    open();
    await shown.calm();
    assert.equal(shown.data?.[0]?.version, 4);
  });

  test('one connection serves all, ends with the last, and what comes back is read anew', async () => {
    const first = shown.show();
    const second = shown.show();
    shown.to.stale();
    await shown.calm();
    assert.equal(shown.connections, 1);
    first();
    second();
    const third = shown.show();
    await shown.calm();
    assert.equal(shown.connections, 1);
    third();
    await pass(2 * CALM_MILLIS + 100);
    assert.equal(shown.connections, 0);
    const before = shown.reads;
    shown.show();
    await shown.calm();
    assert.ok(shown.reads > before);
  });
});
