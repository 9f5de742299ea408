import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { Studio } from './browser.ts';

const AGENTS = 3;
const TICKETS = 12;

suite('U2: Live', { concurrency: false }, () => {
  let studio: Studio;

  before(async () => {
    studio = await Studio.open();
    await studio.cairn.createProject({ body: { key: 'LIVE', name: 'Harbour' } });
  });
  after(() => studio?.close());

  const file = (title: string) => studio.cairn.createTicket({ path: { project: 'LIVE' }, body: { title } });
  const live = (page: Page, how: string) => page.getByRole('status').filter({ hasText: how, visible: true }).waitFor({ timeout: 30_000 });
  const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

  test('two browsers follow one board while agents drain the project', async () => {
    const pages = await Promise.all([studio.enter('/p/LIVE/board'), studio.enter('/p/LIVE/board')]);
    for (let n = 0; n < TICKETS; n++) {
      await file(`Work ${n}`);
    }
    const drain = async (agent: string) => {
      for (;;) {
        const claim = await studio.cairn.claimReadyTicket({ path: { project: 'LIVE' }, body: { agent } });
        if (!('fencingToken' in claim)) {
          return;
        }
        await studio.cairn.completeClaim({ path: { claim: claim.id }, body: { fencingToken: claim.fencingToken } });
      }
    };
    await Promise.all(Array.from({ length: AGENTS }, (_, n) => drain(`agent-${n}`)));
    for (const page of pages) {
      await column(page, 'Open').getByText('Nothing here').waitFor();
      await column(page, 'Completed').getByRole('heading', { name: String(TICKETS) }).waitFor();
      await page.context().close();
    }
  });

  test('a server that was away is said, and nothing is missed when it is back', async () => {
    const page = await studio.enter('/p/LIVE/board');
    await column(page, 'Open').getByText('Nothing here').waitFor();
    await page.getByRole('button', { name: 'New ticket' }).click();
    await page.getByLabel('Title').fill('Typed before the crash');
    await studio.server.kill();
    await live(page, 'Offline');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByText('The server does not answer').first().waitFor();
    await studio.server.begin();
    await file('Made while it was away');
    await live(page, 'Live');
    await column(page, 'Open').getByText('Made while it was away').waitFor();
    assert.equal(await page.getByLabel('Title').inputValue(), 'Typed before the crash');
    await page.getByRole('button', { name: 'Create' }).click();
    await column(page, 'Open').getByText('Typed before the crash').waitFor();
  });
});
