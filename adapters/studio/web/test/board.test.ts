import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { becomes, look, Studio } from './browser.ts';

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

suite('U1, U3, U5: Board', { concurrency: false }, () => {
  let studio: Studio;
  let page: Page;

  before(async () => {
    studio = await Studio.open();
    await studio.importTrackers();
    page = await studio.enter('/p/SHIP/board');
  });
  after(() => studio?.close());

  const statusOf = (ticket: string) => async () => (await studio.cairn.getTicket({ path: { ticket } })).status;

  test('shows what is in which status, what it waits for and who holds it', async () => {
    await studio.cairn.claimReadyTicket({ path: { project: 'SHIP' }, body: { agent: 'claude' } });
    await page.getByText('claude').waitFor();
    await page.getByText(/\d blockers?/).first().waitFor();
    await look(page, 'board');
  });

  test('the keyboard alone moves a ticket', async () => {
    const { key } = await studio.cairn.createTicket({ path: { project: 'SHIP' }, body: { title: 'By keyboard', priority: 'urgent' } });
    await column(page, 'Completed').getByRole('link').first().focus();
    for (const [arrow, name] of [['ArrowDown', 'Completed'], ['ArrowUp', 'Completed']] as const) {
      await page.keyboard.press(arrow);
      await column(page, name).locator('a:focus').waitFor();
    }
    await page.getByRole('button', { name: `Move ${key}` }).focus();
    await page.keyboard.press('Space');
    await page.getByText(`${key} is over Open.`).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowRight');
    await page.getByText(`${key} is over In progress.`).waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await column(page, 'In progress').getByRole('button', { name: `Move ${key}` }).and(page.locator(':focus')).waitFor();
    await becomes(statusOf(key), 'in_progress');
    await page.getByRole('button', { name: `More about ${key}` }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Review' }).focus();
    await page.keyboard.press('Enter');
    await column(page, 'Review').getByRole('link', { name: 'By keyboard' }).and(page.locator(':focus')).waitFor();
  });

  test('a pointer drags it, and what is refused is taken back with the reason', async () => {
    const { key } = await studio.cairn.createTicket({ path: { project: 'SHIP' }, body: { title: 'By pointer', priority: 'urgent' } });
    // The page says each step: one that has not been taken yet is waited for.
    const drag = async (to: string) => {
      const card = page.getByRole('article').filter({ hasText: key });
      await card.hover({ position: { x: 40, y: (await card.boundingBox())!.height - 8 } });
      await page.mouse.down();
      const target = (await column(page, to).boundingBox())!;
      await page.mouse.move(target.x + 60, target.y + 120, { steps: 8 });
      await page.getByText(`${key} is over ${to}.`).waitFor({ state: 'attached' });
      await page.mouse.up();
    };
    await column(page, 'Open').getByText('By pointer').waitFor();
    await drag('Completed');
    await page.getByText(/cannot|may not|not allowed|follow/i).first().waitFor();
    await column(page, 'Open').getByText('By pointer').waitFor();
    assert.equal(await statusOf(key)(), 'open');
    await drag('In progress');
    await column(page, 'In progress').getByText('By pointer').waitFor();
    await becomes(statusOf(key), 'in_progress');
  });

  test('filters are in the address, through a reload and back', async () => {
    await page.getByLabel('Priority').selectOption('urgent');
    await page.waitForURL(/priority=urgent/);
    await column(page, 'In progress').getByText('By pointer').waitFor();
    await page.reload();
    await column(page, 'In progress').getByText('By pointer').waitFor();
    await column(page, 'In progress').getByRole('link', { name: 'By pointer' }).click();
    await page.waitForURL(/\/t\/SHIP-/);
    await page.goBack();
    await page.waitForURL(/priority=urgent/);
    assert.equal(await page.getByLabel('Priority').inputValue(), 'urgent');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.waitForURL(/board$/);
  });

});
