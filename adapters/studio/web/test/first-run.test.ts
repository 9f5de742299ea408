import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { look, SAMPLES, Studio } from './browser.ts';

suite('U4: First run', { concurrency: false }, () => {
  let studio: Studio;
  let page: Page;

  before(async () => {
    studio = await Studio.open();
    page = await studio.enter();
  });
  after(() => studio?.close());

  test('an empty Cairn says what can be done', async () => {
    await page.getByRole('heading', { name: 'Welcome to Cairn' }).waitFor();
    await look(page, 'first-run');
  });

  test('an agent is connected by a command that a click copies', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Show how' }).click();
    await page.getByRole('tab', { name: 'Codex' }).click();
    await page.getByText('[mcp_servers.cairn]').waitFor();
    await look(page, 'connect');
    await page.getByRole('button', { name: 'Copy the command' }).click();
    await page.getByText('The command is copied').waitFor();
    assert.equal(await page.evaluate('navigator.clipboard.readText()'), 'cairn setup codex');
    await page.keyboard.press('Escape');
  });

  test('a file of another tracker becomes a project, with a report of what did not fit', async () => {
    await page.locator('input[type=file]').setInputFiles(join(SAMPLES, 'tasks.json'));
    await page.getByLabel('Name').fill('Old harbour');
    assert.equal(await page.getByLabel('Key').inputValue(), 'OH');
    await page.getByLabel('Format').selectOption('cairn');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    assert.equal(await page.getByLabel('Format').inputValue(), 'cairn');
    assert.equal(await page.getByLabel('Into').inputValue(), 'OH');
    await page.getByLabel('Format').selectOption('taskmaster');
    await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText('4 created').waitFor();
    await page.getByRole('cell', { name: 'Duplicate' }).first().waitFor();
    await look(page, 'import');
    await page.getByRole('link', { name: 'See the board' }).click();
    await page.getByRole('article').filter({ hasText: 'OH-1' }).waitFor();
  });

  test('the keyboard alone begins a project and files a ticket', async () => {
    await page.goto(studio.server.url);
    await page.getByRole('button', { name: 'New project' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Web shop');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/p\/WS\/board$/);
    await page.getByRole('button', { name: 'New ticket' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Sell something');
    await page.keyboard.press('Enter');
    await page.getByRole('article').filter({ hasText: 'Sell something' }).waitFor();
    await page.getByText('WS-1 was created').waitFor();
  });

  test('a name that is taken is said at the field', async () => {
    await page.goto(studio.server.url);
    await page.getByRole('button', { name: 'New project' }).click();
    await page.getByLabel('Name').fill('Web shop');
    await page.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.keyboard.press('Escape');
  });
});

suite('U4: Demo project', { concurrency: false }, () => {
  let studio: Studio;

  before(async () => {
    studio = await Studio.open();
  });
  after(() => studio?.close());

  test('shows work in all states, and goes when it is not wanted', async () => {
    const page = await studio.enter();
    await page.getByRole('button', { name: 'Make a demo project' }).click();
    await page.waitForURL(/\/p\/DEMO\/board$/);
    await page.getByRole('region', { name: 'Completed' }).getByText('Draw the map of the harbour').waitFor();
    await look(page, 'demo-board');
    await page.goto(studio.server.url);
    await page.getByRole('link', { name: 'A lighthouse' }).waitFor();
    await look(page, 'demo-home');
    await page.getByRole('button', { name: 'More about A lighthouse' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete the project' }).click();
    await page.getByRole('heading', { name: 'Welcome to Cairn' }).waitFor();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.getByRole('link', { name: 'A lighthouse' }).waitFor();
  });
});
