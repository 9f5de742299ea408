import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { becomes, look, Studio } from './browser.ts';

const FOLDERS = 40;
const FILES_IN_EACH = 30;

/** A folder of 1,202 files, two of which import one another. */
function makeFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'cairn-harbour-'));
  writeFileSync(join(root, 'README.md'), '# Harbour\n\nWhere ships are painted, and the hull is mended.\n');
  writeFileSync(join(root, 'hull.ts'), "import { brush } from './brush.ts';\n\n/** Paints the hull of a ship. */\nexport const hull = brush;\n");
  writeFileSync(join(root, 'brush.ts'), '/** What hulls are painted with. */\nexport const brush = 1;\n');
  for (let folder = 0; folder < FOLDERS; folder++) {
    mkdirSync(join(root, `pier${folder}`));
    for (let file = 0; file < FILES_IN_EACH; file++) {
      writeFileSync(join(root, `pier${folder}`, `berth${file}.md`), `# Berth ${file} of pier ${folder}\n\nBollards and ropes.\n`);
    }
  }
  return root;
}

suite('Context', { concurrency: false }, () => {
  let studio: Studio;
  let folder: string;

  before(async () => {
    folder = makeFolder();
    studio = await Studio.open();
    await studio.importTrackers();
  });
  after(async () => {
    await studio?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function fileTree(page: Page) {
    const tree = page.getByRole('tree', { name: 'Files' });
    await tree.waitFor({ timeout: 30_000 });
    return tree;
  }

  test('takes a folder, has it indexed, and shows its files', async () => {
    const page = await studio.enter('/p/SHIP/context');
    await page.getByText('No folder yet').waitFor();
    await page.getByRole('button', { name: 'Choose the folder' }).press('Enter');
    await page.getByRole('textbox', { name: 'Folder on the server' }).fill('/nowhere/at/all');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '/nowhere/at/all' }).waitFor();
    await page.getByRole('textbox', { name: 'Folder on the server' }).fill(folder);
    await page.keyboard.press('Enter');
    await page.getByText('1,203 new').first().waitFor({ timeout: 30_000 });
    await fileTree(page);
    await page.getByText('1,203 files', { exact: true }).waitFor();
    assert.ok((await page.getByRole('treeitem').count()) < 100, 'all lines are in the page');
    writeFileSync(join(folder, 'anchor.ts'), 'export const anchor = 1;\n');
    await page.getByRole('button', { name: 'Index', exact: true }).click();
    await page.getByText('1 new').first().waitFor({ timeout: 30_000 });
    await page.getByText('1,204 files', { exact: true }).waitFor({ timeout: 10_000 });
  });

  test('goes about the tree by keyboard: reads a file, and selects files and folders', async () => {
    const page = await studio.enter('/p/SHIP/context');
    const tree = await fileTree(page);
    await page.getByText('1,204 files', { exact: true }).waitFor();
    await tree.focus();
    for (const key of ['Home', 'ArrowRight', 'ArrowDown', 'Space', 'ArrowLeft', 'End', 'ArrowUp', 'Enter']) {
      await page.keyboard.press(key);
    }
    await page.getByRole('heading', { name: 'hull.ts' }).waitFor();
    await page.getByText('Paints the hull of a ship.').first().waitFor();
    await page.getByRole('region', { name: 'Imports' }).getByRole('button', { name: 'brush.ts' }).press('Enter');
    await page.getByRole('region', { name: 'Imported by' }).getByRole('button', { name: 'hull.ts' }).waitFor();
    await page.getByRole('button', { name: 'Select', exact: true }).press('Enter');
    await page.getByText('2 of at most 500 selected').waitFor();
    await look(page, 'context-files');
    await page.reload();
    await page.getByText('2 of at most 500 selected').waitFor();
    const { items } = await studio.cairn.getSelection({ path: { project: 'SHIP' } });
    assert.deepEqual(items.map(({ file }) => file.path).sort(), ['brush.ts', 'pier0/berth0.md']);

    await page.getByRole('searchbox', { name: 'Find files' }).fill('berth29 pier39');
    await page.getByRole('treeitem', { name: 'berth29.md' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'hull.ts' }).waitFor();
  });

  test('takes a selection back when the server refuses it', async () => {
    const page = await studio.enter('/p/SHIP/context');
    const tree = await fileTree(page);
    await page.getByText('1,204 files', { exact: true }).waitFor();
    await tree.focus();
    await page.keyboard.press('Home');
    for (let ticked = 0; ticked < 17; ticked++) {
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    }
    await page.getByText('511 of at most 500 selected').waitFor();
    await page.getByText('At most 500').waitFor();
    await page.getByText('481 of at most 500 selected').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByText('0 of at most 500 selected').waitFor();
  });

  test('says why files matter to a ticket', async () => {
    const { key } = await studio.cairn.createTicket({ path: { project: 'SHIP' }, body: { title: 'Paint the hull with a brush' } });
    const page = await studio.enter('/p/SHIP/context?tab=relevant');
    const picker = page.getByRole('combobox', { name: 'Files that matter to a ticket' });
    await picker.fill('hull with');
    await page.getByRole('option', { name: key }).waitFor();
    await picker.press('Enter');
    const first = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'hull.ts' }) });
    await first.getByText(/^Words \d/).waitFor();
    await first.getByRole('checkbox').press('Space');
    await look(page, 'context-relevant');
    await page.getByRole('tab', { name: 'Files' }).click();
    await page.getByText('1 of at most 500 selected').waitFor();
  });

  test('makes a pack within a budget, and says what was cut', async () => {
    const { key } = await studio.cairn.createTicket({ path: { project: 'SHIP' }, body: { title: 'Paint the hull with a brush, again' } });
    const prompt = await studio.cairn.createPromptInProject({ path: { project: 'SHIP' }, body: { title: 'Review', content: 'Say what breaks.' } });
    const page = await studio.enter('/p/SHIP/context?tab=pack');
    const picker = page.getByRole('combobox', { name: 'Add a ticket' });
    await picker.fill('again');
    await page.getByRole('option', { name: key }).waitFor();
    await picker.press('Enter');
    await page.getByRole('checkbox', { name: 'Review' }).press('Space');
    await page.getByRole('meter', { name: 'Tokens of the pack' }).waitFor();
    await page.getByRole('list', { name: 'What is in it' }).getByText('Review').waitFor();
    await look(page, 'context-pack');
    const whole = Number(await page.getByRole('meter').getAttribute('aria-valuenow'));
    await page.getByRole('spinbutton', { name: 'Tokens at most' }).fill('120');
    await page.getByText('of 120 tokens').waitFor();
    const cut = Number(await page.getByRole('meter').getAttribute('aria-valuenow'));
    assert.ok(cut <= 120 && cut < whole, `${cut} of ${whole} tokens`);
    await page.getByText('left out').first().waitFor();
    const loaded = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const file = await (await loaded).path();
    assert.match(readFileSync(file, 'utf8'), /Paint the hull/);
    await studio.cairn.createTask({ path: { ticket: key }, body: { content: 'Buy a brush' } });
    await page.getByRole('button', { name: 'Make it again' }).click();
    await page.getByRole('region', { name: 'Text of the pack' }).getByText('Buy a brush').waitFor();
    await page.reload();
    await page.getByText('of 120 tokens').waitFor();
    await studio.cairn.deletePrompt({ path: { prompt: prompt.id } });
    await page.getByRole('checkbox', { name: 'Review' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: `Leave ${prompt.id} out` }).press('Enter');
    await page.getByText('of 120 tokens').waitFor();
  });

  test('writes prompts, imports them by a drop, and shows both texts when somebody else was faster', async () => {
    const page = await studio.enter('/p/SHIP/context?tab=prompts');
    await page.getByRole('button', { name: 'New prompt' }).press('Enter');
    await page.getByRole('textbox', { name: 'Title' }).fill('Translate');
    await page.getByRole('textbox', { name: 'Labels' }).fill('daily, words');
    await page.getByRole('textbox', { name: 'Text' }).fill('Translate **all** of it.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    await page.getByRole('button', { name: 'Only label daily' }).waitFor();
    await look(page, 'context-prompts');

    const { items } = await studio.cairn.listPromptsInProject({ path: { project: 'SHIP' }, query: { q: 'Translate' } });
    await page.getByRole('textbox', { name: 'Text' }).fill('Translate mine.');
    await studio.cairn.updatePrompt({ path: { prompt: items[0]!.id }, body: { content: 'Translate theirs.' } });
    await page.getByText('Somebody changed this prompt').waitFor();
    await page.getByLabel('Their text').filter({ hasText: 'Translate theirs.' }).waitFor();
    await look(page, 'context-conflict');
    await page.getByRole('button', { name: 'Go on with mine' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    await becomes(async () => (await studio.cairn.getPrompt({ path: { prompt: items[0]!.id } })).content, 'Translate mine.');

    await page.getByRole('textbox', { name: 'Text' }).fill('Saved');
    const answered = await studio.holdAnswer(page, `**/prompts/${items[0]!.id}`, 'PATCH');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('textbox', { name: 'Text' }).fill('Typed while it was saved');
    await answered();
    await page.getByRole('button', { name: 'Save', exact: true, disabled: false }).click();
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    await becomes(async () => (await studio.cairn.getPrompt({ path: { prompt: items[0]!.id } })).content, 'Typed while it was saved');

    const drop = `(() => {
      const data = new DataTransfer();
      data.items.add(new File(['---\\ntitle: Dropped\\nlabels: [\"new\"]\\n---\\nFrom a file.\\n'], 'dropped.md'));
      data.items.add(new File(['---\\ntitle: [1\\n---\\nBroken.\\n'], 'broken.md'));
      document.querySelector('[role=tabpanel][data-state=active] > div').dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
    })()`;
    await page.evaluate(drop);
    await page.getByText('2 files imported: 1 new').waitFor();
    await page.getByText(/^broken.md/).waitFor();
    await page.getByRole('button', { name: /^Dropped/ }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('“Dropped” is deleted.').waitFor();
    await page.getByRole('button', { name: 'Restore it' }).click();
    await page.getByRole('textbox', { name: 'Title' }).waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Title' }).inputValue(), 'Dropped');
  });
});
