import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { look, Studio } from './browser.ts';

suite('U1, U5: Home', { concurrency: false }, () => {
  let studio: Studio;

  before(async () => {
    studio = await Studio.open();
    await studio.importTrackers();
  });
  after(() => studio?.close());

  test('shows the projects with their counts, and what happened last', async () => {
    const page = await studio.enter();
    await page.getByRole('heading', { name: 'Harbour' }).waitFor();
    await page.getByText('Live').filter({ visible: true }).waitFor();
    await look(page, 'home');
    const { key } = await studio.cairn.createTicket({ path: { project: 'SHIP' }, body: { title: 'Paint the hull' } });
    await page.getByRole('link', { name: key }).first().waitFor({ timeout: 5_000 });
    await page.getByRole('region', { name: 'What happened last' }).getByText('Paint the hull').waitFor();
  });

  test('a link that was used before says so, and does not stay in the address', async () => {
    const page = await studio.watched();
    await page.goto(`${studio.server.url}/#token=used`);
    await page.getByText('This link was used before').waitFor();
    await page.getByText('cairn open').waitFor();
    assert.equal(await page.getByLabel('Username').count(), 0, 'who has no account is not asked for one');
    assert.equal(new URL(page.url()).hash, '');
    await look(page, 'entrance');
  });
});
