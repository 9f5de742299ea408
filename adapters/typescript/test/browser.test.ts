import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type Cairn, CairnProblem, createCairn } from 'cairn-client';
import type { Browser, Page } from 'playwright-core';
import { launch, open, PASSWORD, shows } from './browser.ts';
import { Server } from './server.ts';

const SCREEN_MILLIS_MAX = 1_000;

/** How many EventSources the page has made, and how many of them are not closed. */
function sources(page: Page): Promise<{ made: number; open: number }> {
  return page.evaluate(() => {
    const { sources: all } = globalThis as unknown as { sources: EventSource[] };
    return { made: all.length, open: all.filter(({ readyState }) => readyState !== EventSource.CLOSED).length };
  });
}

suite('C6: a page, in Chromium, against a real server', { concurrency: false }, () => {
  let server: Server;
  let cairn: Cairn;
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await launch();
    server = await Server.start({ CAIRN_ACCOUNTS: 'on' });
    const owner = createCairn({ url: server.url, token: server.token });
    const { token } = await owner.register({ body: { username: 'ada', password: PASSWORD } });
    cairn = createCairn({ url: server.url, token });
    await cairn.createProject({ body: { key: 'WEB', name: 'Our site' } });
    await cairn.createTicket({ path: { project: 'WEB' }, body: { title: 'The first' } });
    page = await open(browser, server.url, 'WEB');
    await shows(page, 'WEB-1 The first: open', 30_000);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const rename = (title: string) => cairn.updateTicket({ path: { ticket: 'WEB-1' }, body: { title } });

  test('what happens is on the screen within a second', async (t) => {
    const taken: number[] = [];
    for (let n = 0; n < 10; n++) {
      await rename(`Change ${n}`);
      const from = performance.now();
      await shows(page, `WEB-1 Change ${n}: open`, 10 * SCREEN_MILLIS_MAX);
      taken.push(Math.round(performance.now() - from));
    }
    t.diagnostic(`on the screen after ${taken.join(', ')} ms`);
    assert.ok(Math.max(...taken) <= SCREEN_MILLIS_MAX, `after ${taken.join(', ')} ms`);
    await page.getByRole('heading', { name: 'Change 9' }).waitFor();
  });

  test('what is made appears, and what a button does is there for others', async () => {
    const { key } = await cairn.createTicket({ path: { project: 'WEB' }, body: { title: 'The second' } });
    await page.getByRole('listitem').filter({ hasText: 'The second: open' }).getByRole('button').click();
    await shows(page, `${key} The second: closed`, 10 * SCREEN_MILLIS_MAX);
    assert.equal((await cairn.getTicket({ path: { ticket: key } })).status, 'closed');
  });

  test('a refusal is shown at once', async () => {
    await page.getByRole('heading', { name: 'not_found' }).waitFor({ timeout: SCREEN_MILLIS_MAX });
  });

  test('the page has one EventSource', async () => {
    assert.deepEqual(await sources(page), { made: 1, open: 1 });
  });

  test('no change is lost when the server is killed and comes back', async (t) => {
    let stopped = false;
    let last = '';
    const writer = (async () => {
      for (let n = 0; !stopped; n++) {
        await rename(`Through the crash ${n}`).then(
          ({ title }) => { last = title; },
          (error: unknown) => assert.ok(error instanceof CairnProblem && (error.status === 0 || error.status >= 500), String(error)),
        );
      }
    })();
    await shows(page, 'Through the crash', 10_000);
    await server.kill();
    await server.begin();
    const { key } = await cairn.createTicket({ path: { project: 'WEB' }, body: { title: 'Made at once' } });
    stopped = true;
    await writer;
    const from = performance.now();
    await page.getByRole('heading', { name: last, exact: true }).waitFor({ timeout: 20_000 });
    await shows(page, `WEB-1 ${last}: open`, 20_000);
    await shows(page, `${key} Made at once: open`, 20_000);
    t.diagnostic(`on the screen ${Math.round(performance.now() - from)} ms after the server was back`);
    await rename('After the crash');
    await shows(page, 'WEB-1 After the crash: open', SCREEN_MILLIS_MAX);
    assert.equal((await sources(page)).open, 1);
  });
});
