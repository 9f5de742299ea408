import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { look, Studio } from './browser.ts';

suite('U1: Search and Ready', { concurrency: false }, () => {
  let studio: Studio;

  before(async () => {
    studio = await Studio.open();
    await studio.importTrackers();
    await studio.cairn.addComment({ path: { ticket: 'SHIP-3' }, body: { content: 'The mast is of <b>larch</b>' } });
  });
  after(() => studio?.close());

  test('Ctrl-K finds by keyboard alone, and gives the focus back', async () => {
    const page = await studio.enter();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search everything' }).waitFor();
    await look(page, 'palette');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('larch');
    await page.getByRole('option', { name: /SHIP-3/ }).waitFor();
    await page.getByRole('option', { selected: true }).filter({ hasText: 'SHIP-3' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/t\/SHIP-3$/);
    await page.waitForFunction(() => document.activeElement?.id === 'main');
  });

  test('the page of all that was found has its question in the address', async () => {
    const page = await studio.enter('/search?q=larch');
    await page.getByText('1 found').waitFor();
    await page.getByText('<b>').waitFor();
    await look(page, 'search');
    await page.getByLabel('Kind').selectOption('ticket');
    await page.getByText('0 found').waitFor();
    assert.match(page.url(), /q=larch&kind=ticket/);
  });

  test('Ready says what the rest waits for, and follows', async () => {
    const page = await studio.enter('/p/SHIP/ready');
    const waits = page.getByRole('region', { name: 'Waits' }).first();
    await waits.getByText(/blocks it/).first().waitFor();
    await look(page, 'ready');
    const claim = await studio.cairn.claimReadyTicket({ path: { project: 'SHIP' }, body: { agent: 'claude' } });
    assert.ok('ticket' in claim && claim.ticket);
    await waits.getByText('claude holds it').waitFor();
  });
});
