import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { look, Studio } from './browser.ts';
import { fleetOf } from './fleet-of.ts';

suite('Activity', { concurrency: false }, () => {
  let studio: Studio;

  before(async () => {
    studio = await Studio.open();
    await fleetOf(studio.cairn);
    await studio.cairn.updateTicket({ path: { ticket: 'SHIP-3' }, body: { title: 'Paint the hull red', overview: 'The whole hull is painted in **two coats**, the first of which dries for a day.' } });
    await studio.cairn.updateTicket({ path: { ticket: 'SHIP-3' }, body: { overview: 'The whole hull is painted in **three coats**, each of which dries for a day.' } });
  });
  after(() => studio?.close());

  const entries = (page: Page) => page.getByRole('main').getByRole('listitem');

  test('shows what changed, before and after', async () => {
    const page = await studio.enter('/p/SHIP/activity');
    await entries(page).first().getByText('SHIP-3').waitFor();
    await page.getByRole('button', { name: 'What changed' }).first().press('Enter');
    await page.locator('del', { hasText: 'two' }).waitFor();
    await page.locator('ins', { hasText: 'three' }).waitFor();
    await page.getByRole('button', { name: 'What changed' }).nth(1).press('Enter');
    await page.locator('ins', { hasText: 'Paint the hull red' }).waitFor();
    await look(page, 'activity');
  });

  test('follows what happens, and pages back without a gap', async () => {
    const page = await studio.enter('/p/SHIP/activity?type=tickets');
    await entries(page).first().waitFor();
    const { key } = await studio.cairn.createTicket({ path: { project: 'SHIP' }, body: { title: 'Polish the brass' } });
    await entries(page).first().getByText(key).waitFor();
    await studio.cairn.changeTicketStatus({ path: { ticket: key }, body: { status: 'in_progress' } });
    await entries(page).first().getByText('to In progress').waitFor();
    while (await page.getByRole('button', { name: 'Show what was before' }).isVisible()) {
      const shown = await entries(page).count();
      await page.getByRole('button', { name: 'Show what was before' }).press('Enter');
      await entries(page).nth(shown).waitFor();
    }
    const types = 'ticket.created,ticket.status_changed,ticket.updated';
    const { items } = await studio.cairn.listActivity({ query: { project: 'SHIP', types, limit: 200 } });
    const changes = items.filter(({ before, after: now, type }) => type !== 'ticket.updated' || JSON.stringify(before) !== JSON.stringify(now));
    assert.equal(await entries(page).count(), changes.length);
  });

  test('filters are in the address, and an entry offers its own', async () => {
    const page = await studio.enter('/p/SHIP/activity');
    await entries(page).first().waitFor();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('Work and queues');
    await page.waitForURL(/type=work/);
    await entries(page).getByText('SHIP-15').first().waitFor();
    await page.getByRole('searchbox', { name: 'About which ticket' }).fill('ship-15');
    await page.keyboard.press('Enter');
    await page.waitForURL(/entity=SHIP-15/);
    await page.getByText('Nothing that fits has happened').waitFor();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('All kinds');
    await entries(page).nth(2).waitFor();
    assert.equal(await entries(page).filter({ hasText: 'SHIP-15' }).count(), await entries(page).count());
    await page.getByRole('button', { name: 'Show only such' }).first().press('Enter');
    await page.getByRole('menuitem', { name: 'ticket.status_changed' }).press('Enter');
    await page.waitForURL(/type=ticket.status_changed/);
    await entries(page).filter({ hasText: 'created' }).first().waitFor({ state: 'detached' });
    await page.reload();
    await entries(page).nth(1).waitFor();
    assert.equal(await entries(page).count(), 2);
  });

  test('a ticket that is not there is said where it was written', async () => {
    const page = await studio.enter('/p/SHIP/activity?entity=SHIP-999');
    await page.getByRole('main').getByRole('paragraph').getByText('There is no ticket SHIP-999').waitFor();
    await look(page, 'activity-none');
  });
});
