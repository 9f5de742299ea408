import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { becomes, look, Studio } from './browser.ts';
import { type Fleet, fleetOf } from './fleet-of.ts';

suite('Queues of a project', { concurrency: false }, () => {
  let studio: Studio;
  let fleet: Fleet;

  before(async () => {
    studio = await Studio.open();
    fleet = await fleetOf(studio.cairn);
  });
  after(() => studio?.close());

  const open = () => studio.enter('/p/SHIP/queues?queue=build');
  const items = async (status: 'ready' | 'failed') => (await studio.cairn.listQueueItems({ path: { queue: fleet.queue }, query: { status: [status] } })).items;
  const waiting = (page: Page) => page.getByRole('region', { name: /^Waiting/ }).getByRole('listitem');
  const dead = (page: Page) => page.getByRole('region', { name: /^Dead letters/ }).getByRole('listitem');
  const grip = (page: Page, place: number) => page.getByRole('button', { name: new RegExp(`^Move .*, place ${place} of`) });

  /** A key that comes while the places are still being measured goes nowhere, on a slow machine. */
  async function pressUntilSaid(page: Page, key: string, text: string): Promise<void> {
    for (let tries = 0; tries < 4; tries++) {
      await page.keyboard.press(key);
      const isSaid = await page.getByText(text).waitFor({ state: 'attached', timeout: 4_000 }).then(() => true, () => false);
      if (isSaid) {
        return;
      }
    }
    assert.fail(`${key} does not say: ${text}`);
  }

  test('shows who holds what, what comes next, what is blocked by what, and what failed why', async () => {
    const page = await open();
    await page.getByText('Next: SHIP-3').waitFor();
    await page.getByText('Welding the second seam').waitFor();
    await page.getByText('waits for SHIP-1').waitFor();
    await page.getByText('The rope of SHIP-12 broke').waitFor();
    assert.equal(await page.getByRole('progressbar', { name: 'Progress of SHIP-5' }).getAttribute('value'), '40');
    assert.match(await page.getByTitle('What is left of the lease').first().innerText(), /^1[45]:\d\d$/);
    await page.getByRole('button', { name: 'Attempts and notes of SHIP-5' }).press('Enter');
    await page.getByText('The steel is not here yet').waitFor();
    await page.getByText('Released').waitFor();
    await look(page, 'queues');
  });

  test('an item is moved by the keyboard, with words, and by the pointer', async () => {
    const page = await open();
    await waiting(page).nth(7).waitFor();
    const [first, second, third] = (await items('ready')).map(({ id }) => id);
    await grip(page, 1).focus();
    await page.keyboard.press('Space');
    await page.getByText('Now at place 1 of 8, normal priority').waitFor({ state: 'attached' });
    await pressUntilSaid(page, 'ArrowDown', 'Now at place 2 of 8, normal priority');
    const answered = page.waitForResponse((response) => response.url().endsWith('/items/order') && response.ok());
    await page.keyboard.press('Space');
    await waiting(page).first().filter({ hasText: 'SHIP-3' }).waitFor();
    await answered;
    assert.deepEqual((await items('ready')).slice(0, 2).map(({ id }) => id), [second, first]);

    await grip(page, 8).scrollIntoViewIfNeeded();
    const from = (await grip(page, 3).boundingBox())!;
    const to = (await grip(page, 1).boundingBox())!;
    const again = page.waitForResponse((response) => response.url().endsWith('/items/order') && response.ok());
    await page.mouse.move(from.x + 5, from.y + 5);
    await page.mouse.down();
    await page.mouse.move(from.x + 5, from.y - 10, { steps: 3 });
    await page.mouse.move(to.x + 5, to.y + 2, { steps: 5 });
    await page.mouse.up();
    await again;
    assert.deepEqual((await items('ready')).slice(0, 3).map(({ id }) => id), [third, second, first]);
  });

  test('an order that is refused is taken back, with the reason', async () => {
    const page = await open();
    await waiting(page).nth(7).waitFor();
    const [first = ''] = /SHIP-\d+/.exec(await waiting(page).first().innerText()) ?? [];
    const detail = 'The order must name each of the 9 ready items exactly once';
    await page.route('**/items/order', (route) =>
      route.fulfill({ status: 409, contentType: 'application/problem+json', json: { type: 'about:blank', title: 'Conflict', status: 409, code: 'order_incomplete', detail, errors: [] } }),
    );
    await page.getByRole('button', { name: /^More about SHIP-/ }).nth(1).press('Enter');
    await page.getByRole('menuitem', { name: 'Move to the top' }).press('Enter');
    await page.getByText(detail).waitFor();
    await waiting(page).first().filter({ hasText: first }).waitFor();
  });

  test('a dead letter is retried by one key, and all by another', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Retry SHIP-12' }).press('Enter');
    await dead(page).filter({ hasText: 'SHIP-12' }).waitFor({ state: 'detached' });
    await waiting(page).filter({ hasText: 'SHIP-12' }).waitFor();
    await becomes(async () => (await items('failed')).length, 1);
    const failing = (await items('ready')).find(({ attempts, note }) => attempts === 0 && note !== null);
    assert.ok(failing, 'it comes back with its counters at zero, and its note');
  });

  test('a pause shows at once, says why nothing is handed out, and is undone', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Pause', exact: true }).press('Enter');
    await page.getByText('It is paused: nobody is handed anything').waitFor();
    await becomes(async () => (await studio.cairn.getQueue({ path: { queue: fleet.queue } })).active, false);
    await page.getByRole('button', { name: 'Resume' }).first().press('Enter');
    await page.getByText(/^Next:/).waitFor();
  });

  test('what is held can be taken away, after a question', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Attempts and notes of SHIP-1', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Take it away from worker-2' }).press('Enter');
    await page.getByRole('button', { name: 'Take it away', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Attempts and notes of SHIP-1', exact: true }).waitFor({ state: 'detached' });
    await becomes(async () => (await studio.cairn.getQueueItem({ path: { item: fleet.late.item.id } })).status, 'cancelled');
  });

  test('another priority moves an item before the others', async () => {
    const page = await open();
    await waiting(page).nth(4).waitFor();
    await page.getByRole('region', { name: /^Waiting/ }).getByRole('button', { name: 'More about SHIP-7' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Urgent' }).press('Enter');
    await waiting(page).first().filter({ hasText: 'SHIP-7' }).filter({ hasText: 'Urgent' }).waitFor();
    await becomes(async () => (await items('ready'))[0]!.priority, 'urgent');
  });

  test('a queue is created and changed, and what somebody else changed meanwhile stays', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'New queue' }).press('Enter');
    await page.getByLabel('Name').fill('build');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').first().waitFor();
    await look(page, 'queue-form');
    await page.getByLabel('Name').fill('paint');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'paint' }).waitFor();
    assert.match(page.url(), /queue=paint/);
    await page.getByText('It is empty').waitFor();

    await page.getByRole('button', { name: 'More about paint' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Edit the queue' }).press('Enter');
    await page.getByLabel('Attempts').fill('7');
    await studio.cairn.updateQueueInProject({ path: { project: 'SHIP', queue: 'paint' }, body: { description: 'Two coats' } });
    await page.getByText('Somebody changed it meanwhile: Description').waitFor();
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('paint was changed').waitFor();
    const { description, maxAttempts } = await studio.cairn.getQueueInProject({ path: { project: 'SHIP', queue: 'paint' } });
    assert.deepEqual([description, maxAttempts], ['Two coats', 7]);
  });

  test('ready tickets are enqueued by the keyboard', async () => {
    const { key } = await studio.cairn.createTicket({ path: { project: 'SHIP' }, body: { title: 'Varnish the wheel' } });
    const page = await studio.enter('/p/SHIP/queues?queue=review');
    await page.getByText('It is paused').waitFor();
    await page.getByRole('button', { name: 'Enqueue', exact: true }).press('Enter');
    await page.getByRole('searchbox', { name: 'Find among the ready tickets' }).fill('varnish');
    await page.getByRole('checkbox', { name: new RegExp(key) }).press('Space');
    await look(page, 'enqueue');
    await page.getByRole('button', { name: 'Enqueue 1 ticket' }).press('Enter');
    await page.getByText('1 item is in review').waitFor();
    await waiting(page).filter({ hasText: 'Varnish the wheel' }).waitFor();
  });
});
