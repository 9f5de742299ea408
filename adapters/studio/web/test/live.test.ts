import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, suite, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CairnProblem } from 'cairn-client';
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

  test('a page that was not loaded before the server was away is asked for again once it is back', async () => {
    const page = await studio.enter('/p/LIVE/board');
    await column(page, 'Open').waitFor();
    await studio.server.kill();
    const again = page.getByRole('main').getByRole('button', { name: 'Try again' });
    await page.getByRole('link', { name: 'Activity' }).click();
    await again.click();
    await page.getByText('The server does not answer').first().waitFor();
    await again.waitFor();
    await studio.server.begin();
    await again.click();
    await page.getByRole('heading', { name: /^Activity/ }).waitFor();
  });

  test('two browsers and three agents agree after the server was killed under them', async () => {
    const pages = await Promise.all([studio.enter('/p/LIVE/board'), studio.enter('/p/LIVE/board')]);
    const [typing] = pages as [Page, Page];
    await typing.getByRole('button', { name: 'New ticket' }).click();
    await typing.getByLabel('Title').fill('Typed while it was killed');
    for (let n = 0; n < TICKETS; n++) {
      await file(`More work ${n}`);
    }
    let done = 0;
    /** Sends the same under the same key until a server answers it. */
    const surely = async <T>(send: (headers: { 'Idempotency-Key': string }) => Promise<T>): Promise<T> => {
      const headers = { 'Idempotency-Key': randomUUID() };
      for (;;) {
        try {
          return await send(headers);
        } catch (error) {
          const { status, code } = error as CairnProblem;
          if (status >= 400 && status < 500 && code !== 'idempotency_in_flight') {
            throw error;
          }
          await sleep(50);
        }
      }
    };
    const drain = async (agent: string) => {
      for (;;) {
        const claim = await surely((headers) => studio.cairn.claimReadyTicket({ path: { project: 'LIVE' }, body: { agent }, headers }));
        if (!('fencingToken' in claim)) {
          return;
        }
        await surely((headers) => studio.cairn.completeClaim({ path: { claim: claim.id }, body: { fencingToken: claim.fencingToken }, headers }));
        done++;
      }
    };
    const kill = async () => {
      while (done < AGENTS) {
        await sleep(5);
      }
      await studio.server.kill();
      await sleep(200);
      await studio.server.begin();
    };
    await Promise.all([kill(), ...Array.from({ length: AGENTS }, (_, n) => drain(`agent-${n}`))]);
    const { items } = await studio.cairn.listTickets({ path: { project: 'LIVE' }, query: { limit: 200 } });
    const completed = items.filter(({ status }) => status === 'completed').length;
    assert.equal(completed, items.length);
    for (const page of pages) {
      await live(page, 'Live');
      await column(page, 'Open').getByText('Nothing here').waitFor();
      await column(page, 'In progress').getByText('Nothing here').waitFor();
      await column(page, 'Completed').getByRole('heading', { name: String(completed) }).waitFor();
    }
    assert.equal(await typing.getByLabel('Title').inputValue(), 'Typed while it was killed');
    await typing.getByRole('button', { name: 'Create' }).click();
    for (const page of pages) {
      await column(page, 'Open').getByText('Typed while it was killed').waitFor();
    }
  });
});
