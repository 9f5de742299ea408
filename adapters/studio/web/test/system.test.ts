import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { Metrics, perSecond } from '../src/pages/system/metrics.ts';
import { placed, tablesOf } from '../src/pages/system/schema.ts';
import { becomes, look, Studio } from './browser.ts';

const SCHEMA = join(import.meta.dirname, '../../../../docs/schema');
const entities = tablesOf(readFileSync(join(SCHEMA, 'README.md'), 'utf8'));

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

suite('What the system does and has', { concurrency: false }, () => {
  let studio: Studio;
  const folder = mkdtempSync(join(tmpdir(), 'cairn-folder-'));

  before(async () => {
    studio = await Studio.open();
    writeFileSync(join(folder, 'README.md'), '# Harbour\n');
    await studio.cairn.createProject({ body: { key: 'SHIP', name: 'Harbour', localPath: folder } });
  });
  after(async () => {
    await studio?.close();
    rmSync(folder, { recursive: true });
  });

  test('lists what is done in the background', async () => {
    const page = await studio.enter('/system?tab=jobs');
    await page.getByText('Nothing was done in the background yet').waitFor();
    await studio.cairn.startIndex({ path: { project: 'SHIP' } });
    const row = page.getByRole('region', { name: 'Jobs' }).getByRole('row').filter({ hasText: 'Index of a folder' });
    await row.getByRole('link', { name: 'SHIP' }).waitFor();
    await row.getByText('Completed').waitFor();
    await look(page, 'system-jobs');
    await page.getByRole('combobox', { name: 'State' }).selectOption('Failed');
    await page.waitForURL(/status=failed/);
    await page.getByText('No job is like that').waitFor();
  });

  test('makes a backup while it is used', async () => {
    const page = await studio.enter('/system');
    await page.getByRole('tab', { name: 'Backups' }).press('Enter');
    await page.getByText('There is no backup yet').waitFor();
    await page.getByRole('button', { name: 'Make a backup' }).press('Enter');
    await page.getByText('was made and checked').waitFor();
    const { items: [made] } = await studio.cairn.listBackups();
    await page.getByRole('region', { name: 'Backups' }).getByText(made!.file).first().waitFor();
    assert.equal(statSync(join(studio.server.home, 'backups', made!.file)).size, made!.bytes);
    await page.getByText(`cairn db restore "${made!.file}"`).waitFor();
    await look(page, 'system-backups');
  });

  test('shows the tables of the database and what they refer to', async () => {
    const page = await studio.enter('/system?tab=schema');
    await page.getByRole('heading', { name: 'tickets' }).waitFor();
    await page.getByRole('region', { name: 'Columns of tickets' }).getByRole('row').filter({ hasText: 'project_id' }).waitFor();
    await look(page, 'system-schema');
    await page.getByRole('link', { name: 'queue_items', exact: true }).first().press('Enter');
    await page.waitForURL(/table=queue_items/);
    await page.getByText('queue_items_claim_order').first().waitFor();
    assert.equal(await page.getByRole('region', { name: 'Diagram of the tables' }).getByRole('link').count(), placed(entities).length);
  });
});

suite('The description of the schema', () => {
  test('is read as it was generated: its tables, columns and references', () => {
    const created = [...readFileSync(join(SCHEMA, 'postgresql.sql'), 'utf8').matchAll(/^CREATE TABLE (\w+)/gm)].map(([, name]) => name!);
    assert.deepEqual(entities.map(({ name }) => name).sort(), created.filter((name) => name !== 'project_file_words').sort());
    const items = entities.find(({ name }) => name === 'queue_items')!;
    assert.deepEqual(items.references.map(({ to }) => to).sort(), ['queue_items', 'queues', 'tasks', 'tickets']);
    assert.equal(items.columns.filter(({ isKey }) => isKey).length, 1);
    assert.ok(entities.every(({ columns }) => columns.length > 0 && columns.every(({ name, type }) => name && type)));
    assert.ok(placed(entities).every(({ references, layer }, _, all) => references.every(({ to }) => (all.find(({ name }) => name === to)?.layer ?? 0) <= layer)));
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
