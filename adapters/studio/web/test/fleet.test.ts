import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { look, Studio } from './browser.ts';
import { type Fleet, fleetOf } from './fleet-of.ts';

suite('Fleet', { concurrency: false }, () => {
  let studio: Studio;
  let fleet: Fleet;

  before(async () => {
    studio = await Studio.open();
    fleet = await fleetOf(studio.cairn);
    await studio.cairn.createProject({ body: { key: 'DOCK', name: 'Dock' } });
  });
  after(() => studio?.close());

  test('shows who works on what in all projects, what the rest waits for, and what failed', async () => {
    const page = await studio.enter('/queues');
    await page.getByText('Welding the second seam').waitFor();
    await page.getByText('The rope of SHIP-11 broke').waitFor();
    await page.getByRole('img', { name: /^The newest 6 attempts in build: 3 completed/ }).waitFor();
    await page.getByText('held by worker-2, keeps SHIP-2').waitFor();
    await page.getByRole('button', { name: 'Attempts and notes of SHIP-5' }).press('Enter');
    await page.getByText('The steel is not here yet').waitFor();
    await look(page, 'fleet');
  });

  test('who begins and who ends is there at once', async () => {
    const page = await studio.enter('/queues');
    await page.getByText('Welding the second seam').waitFor();
    const { key, id } = await studio.cairn.createTicket({ path: { project: 'DOCK' }, body: { title: 'Flood the dock' } });
    const answer = await studio.cairn.claimReadyTicket({ path: { project: 'DOCK' }, body: { agent: 'tide', ticket: id } });
    assert.ok('fencingToken' in answer);
    await page.getByRole('progressbar', { name: 'Progress of SHIP-5' }).waitFor();
    await page.getByRole('button', { name: `Attempts and notes of ${key}` }).waitFor();
    await studio.cairn.completeClaim({ path: { claim: answer.id }, body: { fencingToken: answer.fencingToken } });
    await page.getByRole('button', { name: `Attempts and notes of ${key}` }).waitFor({ state: 'detached' });
  });

  test('one project is chosen in the address, and its dead letters are retried together', async () => {
    const page = await studio.enter('/queues');
    await page.getByRole('combobox', { name: 'Project' }).selectOption('SHIP');
    await page.waitForURL(/\?project=SHIP/);
    await page.getByRole('heading', { name: /^Dock/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Retry all of build' }).press('Enter');
    await page.getByText('2 items wait again').waitFor();
    await page.getByText('The rope of').first().waitFor({ state: 'detached' });
    const { counts } = await studio.cairn.getQueueStatistics({ path: { queue: fleet.queue } });
    assert.equal(counts.failed, 0);
  });
});
