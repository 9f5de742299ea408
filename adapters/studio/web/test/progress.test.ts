import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { bucketsOf } from '../src/charts/buckets.ts';
import { burnUp, countIn, meanIn } from '../src/charts/series.ts';
import { look, Studio } from './browser.ts';
import { fleetOf } from './fleet-of.ts';

const DAY = 86_400_000;
const PLOT_KIB_MAX = 40;

suite('Series of figures', () => {
  const at = (day: number) => new Date(2026, 0, day, 12).toISOString();
  const days = bucketsOf(Date.parse(at(1)), Date.parse(at(20)), DAY);

  test('a burn-up counts what there was and what was done at the end of each day', () => {
    const tickets = [
      { status: 'open' as const, createdAt: at(2), completedAt: null },
      { status: 'completed' as const, createdAt: at(2), completedAt: at(4) },
      { status: 'closed' as const, createdAt: at(3), completedAt: null },
    ];
    const { scope, done } = burnUp(tickets, days);
    assert.equal(days.starts.length, 20);
    assert.deepEqual(scope.slice(0, 5), [0, 2, 2, 2, 2]);
    assert.deepEqual(done.slice(0, 5), [0, 0, 0, 1, 1]);
  });

  test('what is before the first bucket is in none, what is after the last in the last', () => {
    assert.equal(countIn([new Date(2025, 5, 1).toISOString(), at(1), at(1), at(20)], days).reduce((sum, each) => sum + each, 0), 3);
    assert.deepEqual(meanIn([{ at: at(2), value: 1 }, { at: at(2), value: 3 }], days).slice(0, 3), [null, 2, null]);
  });

  test('buckets are few and long enough, whatever the time', () => {
    for (const length of [1_000, 3 * 3_600_000, 30 * DAY, 300 * DAY, 3_000 * DAY]) {
      const { starts } = bucketsOf(Date.now() - length, Date.now());
      assert.ok(starts.length >= 12 && starts.length <= 42, `${starts.length} for ${length} ms`);
    }
  });
});

suite('Progress of a project', { concurrency: false }, () => {
  let studio: Studio;

  before(async () => {
    studio = await Studio.open();
    const { queue } = await fleetOf(studio.cairn);
    await workAgain(queue, 24);
    age(studio.server.home);
  });
  after(() => studio?.close());

  /** More that goes through the queue, some of which fails. */
  async function workAgain(queue: string, count: number): Promise<void> {
    const path = { project: 'SHIP' };
    const { items } = await studio.cairn.createTickets({ path, body: { items: Array.from({ length: count }, (_, at) => ({ title: `Drive rivet ${at + 1}`, priority: 'urgent' as const })) } });
    await studio.cairn.enqueueItems({ path: { queue }, body: { items: items.map(({ id }) => ({ ticketId: id })) } });
    for (const [at] of items.entries()) {
      const claim = await studio.cairn.claimFromQueue({ path: { queue }, body: { agent: `worker-${at % 3}` } });
      if ('fencingToken' in claim) {
        const body = { fencingToken: claim.fencingToken };
        await (at % 7 === 3 ? studio.cairn.releaseClaim({ path: { claim: claim.id }, body }) : studio.cairn.completeClaim({ path: { claim: claim.id }, body }));
      }
    }
  }

  /** As if all of it had taken some weeks. Nothing but the clock makes a history, so the file is told one. */
  function age(home: string): void {
    const database = new DatabaseSync(join(home, 'cairn.db'));
    database.exec('PRAGMA busy_timeout = 5000');
    const millis = database.prepare('SELECT max(created_at) AS at FROM tickets').get() as { at: number };
    const unit = millis.at > 1e14 ? 1_000 : 1;
    const day = DAY * unit;
    database.exec(`
      UPDATE tickets SET created_at = created_at - (30 - number % 20) * ${day};
      UPDATE tickets SET completed_at = created_at + (3 + number % 9) * ${day} WHERE status = 'COMPLETED';
      UPDATE queue_items SET enqueued_at = enqueued_at - (2 + id % 12) * ${day};
      UPDATE queue_claims SET claimed_at = (SELECT enqueued_at FROM queue_items i WHERE i.id = item_id) + (600000 + (id % 11) * 900000) * ${unit}
       WHERE ended_at IS NOT NULL;
      UPDATE queue_claims SET ended_at = claimed_at + (300000 + (id % 7) * 700000) * ${unit}, heartbeat_at = claimed_at WHERE ended_at IS NOT NULL;
    `);
    database.close();
  }

  test('draws the burn-up, the throughput and the times, and says each figure by the keyboard and as a table', async (t) => {
    const page = await studio.enter('/p/SHIP/progress');
    const burnUpPlot = page.getByRole('group', { name: /^Burn-up/ });
    await burnUpPlot.locator('svg').first().waitFor();
    await burnUpPlot.focus();
    await page.keyboard.press('End');
    const { tickets } = await studio.cairn.getProjectOverview({ path: { project: 'SHIP' } });
    const all = Object.values(tickets).reduce((sum, count) => sum + count, 0);
    await burnUpPlot.getByText(`Tickets ${all}`).waitFor();
    await burnUpPlot.getByText(`Completed ${tickets.completed}`).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('group', { name: /^Throughput/ }).first().locator('svg').first().waitFor();
    await look(page, 'progress');
    await page.getByRole('button', { name: 'Burn-up as a table' }).press('Enter');
    await page.getByRole('region', { name: 'Burn-up' }).getByRole('row').nth(1).getByText(String(all)).waitFor();
    await page.getByRole('combobox', { name: 'Time' }).selectOption('The last 7 days');
    await page.waitForURL(/days=7/);
    const scripts = await page.evaluate("performance.getEntriesByType('resource').filter(({ name }) => /visx|Plot/.test(name)).map(({ name }) => name)") as string[];
    const sizes = await Promise.all(scripts.map(async (url) => gzipSync(await (await fetch(url)).text()).length));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    t.diagnostic(`what draws is ${Math.round(bytes / 1024)} KiB gzipped, in ${scripts.length} files of their own`);
    assert.ok(scripts.length === 2 && bytes <= PLOT_KIB_MAX * 1024, `${bytes} bytes in ${scripts}`);
  });

  test('shows what agents took by day, in tokens and in money', async () => {
    const page = await studio.enter();
    await page.route('**/api/v1/usage?**', (route) => {
      const wanted = new URL(route.request().url()).searchParams;
      assert.equal(wanted.get('by'), 'day');
      const since = Date.parse(wanted.get('since') ?? '');
      const item = (agentId: string, number: number, tokens: number) =>
        ({ agentId, projectId: null, runs: 2, inputTokens: tokens * 4, outputTokens: tokens, estimated: false, costMicros: tokens * 9, day: new Date(since + number * DAY).toISOString() });
      const items = Array.from({ length: 14 }, (_, day) => [item('0000000000ADA', day, (day % 7) * 1_200), item('0000000000BOB', day, 3_000 + (day % 7) * 150)]).flat();
      return route.fulfill({ json: { items } });
    });
    await page.goto(`${studio.server.url}/p/SHIP/progress`);
    const plot = page.getByRole('group', { name: /^Tokens by day/ });
    await plot.locator('rect').nth(20).waitFor();
    await page.getByRole('region', { name: 'What each agent took in 14 days' }).scrollIntoViewIfNeeded();
    await look(page, 'usage');
    await page.getByRole('button', { name: 'Cost', exact: true }).press('Enter');
    await page.getByRole('group', { name: /^Cost by day/ }).waitFor();
  });
});
