import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { Metrics, perSecond } from '../src/pages/system/metrics.ts';
import { becomes, look, Studio } from './browser.ts';

suite('System', { concurrency: false }, () => {
  let studio: Studio;

  before(async () => {
    studio = await Studio.open();
    await studio.importTrackers();
  });
  after(() => studio?.close());

  test('shows how the server does, again and again', async () => {
    const page = await studio.enter('/system');
    const health = page.getByRole('region', { name: 'Health' });
    await health.getByText('Ready', { exact: true }).waitFor();
    await health.getByText('SQLite').waitFor();
    await page.getByRole('table').getByText('POST /api/v1/imports').waitFor();
    const writes = page.getByRole('region', { name: 'Database' }).locator('dl > div').filter({ hasText: 'Writes since the start' }).locator('dd');
    const shown = Number((await writes.textContent())!.replaceAll(',', ''));
    await studio.cairn.createTicket({ path: { project: 'SHIP' }, body: { title: 'Count me' } });
    await page.getByRole('region', { name: 'Database' }).getByText(String(shown + 1), { exact: true }).waitFor({ timeout: 10_000 });
    await look(page, 'system');
    assert.equal(await page.getByRole('link', { name: 'OpenAPI' }).getAttribute('href'), '/openapi.yml');
  });

  test('changes settings by keyboard, and takes back what is refused', async () => {
    const page = await studio.enter('/system?tab=settings');
    await page.getByRole('checkbox', { name: 'People may register' }).press('Space');
    await page.getByRole('spinbutton', { name: 'The log is kept for' }).fill('365');
    const saved = page.waitForResponse((response) => response.request().postData()?.includes('365') ?? false);
    await page.keyboard.press('Enter');
    await saved;
    await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
    const { openRegistration, activityRetentionDays } = await studio.cairn.getSystemSettings();
    assert.deepEqual([openRegistration, activityRetentionDays], [false, 365]);
    await look(page, 'system-settings');

    const networks = page.getByRole('textbox', { name: 'Private networks of models' });
    await networks.fill('8.8.8.0/24');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await becomes(async () => (await studio.cairn.getSystemSettings()).modelNetworks, '');
    await page.getByRole('button', { name: 'Discard' }).press('Enter');
    assert.equal(await networks.inputValue(), '');

    await studio.cairn.changeSystemSettings({ body: { repliesPerProvider: 7 } });
    await page.locator('input[value="7"]').waitFor();
    await studio.cairn.putSetting({ path: { key: 'editor.zoom' }, body: { value: 2 } });
    await page.reload();
    await page.getByRole('button', { name: 'Forget editor.zoom' }).press('Enter');
    await page.getByText('Nothing. A program keeps').waitFor();
  });
});

suite('Figures of Prometheus', () => {
  const text = [
    '# HELP it_total How often.',
    '# TYPE it_total counter',
    'it_total{route="/a",status="2xx"} 6',
    'it_total{route="/a",status="5xx"} 1',
    'it_total{route="/b{c}",status="2xx"} 3',
    'took_bucket{le="0.1",route="/a"} 5',
    'took_bucket{le="1",route="/a"} 10',
    'took_bucket{le="+Inf",route="/a"} 10',
  ].join('\n');
  const metrics = new Metrics(text, 1_000);

  test('are added up by label', () => {
    assert.equal(metrics.sum('it_total'), 10);
    assert.equal(metrics.sum('it_total', { route: '/a', status: '5xx' }), 1);
    assert.deepEqual([...metrics.by('it_total', 'route')], [['/a', 7], ['/b{c}', 3]]);
    assert.equal(metrics.has('other_total'), false);
  });

  test('say below which value a share lies', () => {
    assert.equal(metrics.quantile('took', 0.5), 0.1);
    assert.ok(Math.abs(metrics.quantile('took', 0.9)! - 0.82) < 1e-9);
    assert.equal(metrics.quantile('took', 0.9, { route: '/b' }), undefined);
  });

  test('say how often a second, also when the server began anew', () => {
    const later = new Metrics('it_total 30', 6_000);
    assert.equal(perSecond(metrics, later, 'it_total'), 4);
    assert.equal(perSecond(later, new Metrics('it_total 1', 8_000), 'it_total'), 0);
  });
});
