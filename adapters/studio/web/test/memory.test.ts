import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { CDPSession, Page } from 'playwright-core';
import { Studio } from './browser.ts';
import { record } from './figures.ts';

/** In eight hours as many as a busy day has: CAIRN_EVENTS=200000. This shortened form is long enough for what grows with each event to show. */
const EVENTS = Number(process.env.CAIRN_EVENTS ?? 2_000);
const AGENTS = 3;
const TICKETS = 40;
/** What the engine itself moves about between two collections. */
const HEAP_SLACK_BYTES = 1_000_000;
const NODE_SLACK = 300;
const LOOKS = 6;
const LOOK_MILLIS = 500;
const MIB = 1_048_576;

type Used = { heap: number; nodes: number };

suite('U5: Memory of pages that stay open', { concurrency: false }, () => {
  let studio: Studio;
  const pages: { name: string; page: Page; inspector: CDPSession }[] = [];

  before(async () => {
    studio = await Studio.open();
    const { cairn } = studio;
    await cairn.createProject({ body: { key: 'BUSY', name: 'Harbour' } });
    const path = { project: 'BUSY' };
    await cairn.createQueue({ path, body: { name: 'build', maxParallel: AGENTS, feeds: {} } });
    await cairn.createTickets({ path, body: { items: Array.from({ length: TICKETS }, (_, n) => ({ title: `Plank ${n}` })) } });
    for (const [name, address] of [['queue', '/p/BUSY/queues?queue=build'], ['activity', '/p/BUSY/activity'], ['board', '/p/BUSY/board']] as const) {
      const page = await studio.enter(address);
      await page.getByText('Live').filter({ visible: true }).waitFor();
      pages.push({ name, page, inspector: await page.context().newCDPSession(page) });
    }
  });
  after(() => studio?.close());

  /** Claims, says how far it is, finishes, and takes the ticket up again, so that there is as much to show as before. */
  async function work(agent: string, until: () => boolean): Promise<void> {
    const { cairn } = studio;
    while (!until()) {
      const claim = await cairn.claimFromQueueInProject({ path: { project: 'BUSY', queue: 'build' }, body: { agent } });
      assert.ok('fencingToken' in claim, 'nothing is handed out');
      const { id, fencingToken, ticket } = claim;
      await cairn.heartbeatClaim({ path: { claim: id }, body: { fencingToken, progress: { percent: 50, text: 'Half of it' } } });
      await cairn.completeClaim({ path: { claim: id }, body: { fencingToken } });
      await cairn.changeTicketStatus({ path: { ticket: ticket.id }, body: { status: 'open' } });
    }
  }

  async function newest(): Promise<number> {
    return (await studio.cairn.listActivity({ query: { limit: 1 } })).items[0]!.seq;
  }

  /** Lets agents work until so much more has happened. */
  async function happen(events: number): Promise<void> {
    const end = (await newest()) + events;
    let reached = 0;
    let isRunning = true;
    const watch = (async () => {
      while (reached < end && isRunning) {
        reached = await newest();
        await new Promise((on) => setTimeout(on, 100));
      }
    })();
    try {
      await Promise.all(Array.from({ length: AGENTS }, (_, n) => work(`agent-${n}`, () => reached >= end)));
    } finally {
      isRunning = false;
      await watch;
    }
    const last = await studio.cairn.createTicket({ path: { project: 'BUSY' }, body: { title: `Last after ${reached}` } });
    for (const { name, page } of pages) {
      await page.getByText(name === 'queue' ? 'Nobody holds anything of this queue' : last.title).first().waitFor({ timeout: 30_000 });
    }
    await studio.cairn.deleteTicket({ path: { ticket: last.id } });
  }

  /** What stays in use: the least of several looks, as a page may be at work in one of them. */
  async function used(inspector: CDPSession): Promise<Used> {
    let least: Used = { heap: Infinity, nodes: Infinity };
    for (let looks = 0; looks < LOOKS; looks++) {
      await new Promise((on) => setTimeout(on, LOOK_MILLIS));
      await inspector.send('HeapProfiler.collectGarbage');
      const { usedSize } = await inspector.send('Runtime.getHeapUsage');
      const { nodes } = await inspector.send('Memory.getDOMCounters');
      least = { heap: Math.min(least.heap, usedSize), nodes: Math.min(least.nodes, nodes) };
    }
    return least;
  }

  test('neither the heap nor the document grows while agents work', async (t) => {
    const measure = () => Promise.all(pages.map(({ inspector }) => used(inspector)));
    const start = await measure();
    await happen(EVENTS / 2);
    const middle = await measure();
    await happen(EVENTS / 2);
    const end = await measure();
    pages.forEach(({ name }, at) => {
      const [a, b, c] = [start[at]!, middle[at]!, end[at]!];
      const mib = [a, b, c].map(({ heap }) => (heap / MIB).toFixed(1)).join(' → ');
      const nodes = [a, b, c].map((each) => each.nodes).join(' → ');
      record(t, `Memory of the open ${name} page at the start, after ${EVENTS / 2} and ${EVENTS} events`, `${mib} MiB, ${nodes} nodes`, 'no growth in the second half');
    });
    pages.forEach(({ name }, at) => {
      const [b, c] = [middle[at]!, end[at]!];
      assert.ok(c.heap <= b.heap + HEAP_SLACK_BYTES, `the heap of the ${name} page grew from ${b.heap} to ${c.heap} bytes`);
      assert.ok(c.nodes <= b.nodes + NODE_SLACK, `the ${name} page grew from ${b.nodes} to ${c.nodes} nodes`);
    });
  });
});
