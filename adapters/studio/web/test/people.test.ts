import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createCairn } from '../../../typescript/src/index.ts';
import { look, Studio } from './browser.ts';

const PASSWORD = 'correct horse battery';

async function chooseIn(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `What can be done with ${name}` }).press('Enter');
  await page.getByRole('menuitem', { name: item }).press('Enter');
}

suite('People, alone', { concurrency: false }, () => {
  let studio: Studio;

  before(async () => {
    studio = await Studio.open();
    await studio.importTrackers();
  });
  after(() => studio?.close());

  test('makes an agent, takes it into a project, and gives it a token that works until it is revoked', async () => {
    const page = await studio.enter('/people');
    await page.getByText('You are alone here').waitFor();
    assert.equal(await page.getByRole('button', { name: 'New person' }).count(), 0);
    await page.getByRole('button', { name: 'New agent' }).press('Enter');
    const name = page.getByRole('dialog').locator('input:focus');
    await name.fill('Typed');
    const { x, y } = (await name.boundingBox())!;
    await page.mouse.move(x + 50, y + 5);
    await page.mouse.down();
    await page.mouse.move(5, y + 5);
    await page.mouse.up();
    assert.equal(await name.inputValue(), 'Typed', 'who selects to beyond the edge loses what they typed');
    await page.mouse.click(5, y);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'New agent' }).press('Enter');
    await name.waitFor();
    await page.keyboard.press('Escape');
    await page.locator('button:focus', { hasText: 'New agent' }).press('Enter');
    await page.keyboard.type('Claude');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: 'Claude' }).first().waitFor();
    await look(page, 'people');

    await page.getByRole('tab', { name: 'Members' }).click();
    await page.getByRole('button', { name: 'Add a member' }).press('Enter');
    await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
    const role = page.getByRole('combobox', { name: 'Role of Claude' });
    await role.waitFor();
    await role.selectOption('viewer');
    await look(page, 'people-members');

    await page.getByRole('tab', { name: 'Tokens' }).click();
    await page.getByRole('button', { name: 'New token' }).press('Enter');
    await page.getByRole('textbox', { name: 'Name' }).fill('laptop');
    await page.getByRole('combobox', { name: 'For' }).selectOption({ label: 'Claude (your agent)' });
    await page.getByRole('checkbox', { name: /^claim/ }).press('Space');
    await page.getByRole('combobox', { name: 'In' }).selectOption('SHIP');
    await look(page, 'people-new-token');
    await page.getByRole('button', { name: 'Make the token' }).press('Enter');
    const secret = await page.getByLabel('Secret').textContent();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await look(page, 'people-secret');
    await page.getByRole('button', { name: 'I have it' }).press('Enter');
    await page.getByRole('row').filter({ hasText: 'laptop' }).getByText('SHIP').waitFor();
    assert.equal(await page.getByText(secret!).count(), 0, 'the secret is still there');
    const members = await studio.cairn.listMembers({ path: { project: 'SHIP' } });
    assert.equal(members.items.find(({ name }) => name === 'Claude')?.role, 'viewer');
    const program = createCairn({ url: studio.server.url, token: secret! });
    assert.deepEqual((await program.getMe()).scopes.toSorted(), ['read', 'write']);
    await look(page, 'people-tokens');
    await page.getByRole('button', { name: 'Revoke laptop' }).press('Enter');
    await page.getByRole('button', { name: 'Revoke the token' }).press('Enter');
    await page.getByText('laptop is revoked.').waitFor();
    await page.getByText('No program has a token yet').waitFor();
    await assert.rejects(program.getMe(), { status: 401 });
  });

  test('deactivates and reactivates an agent, and says what others do', async () => {
    const page = await studio.enter('/people');
    await chooseIn(page, 'Claude', 'Deactivate');
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).press('Enter');
    await page.getByRole('cell', { name: 'Claude' }).first().waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: 'Deactivated, too' }).press('Space');
    await page.getByText(/^Deactivated just now/).waitFor();
    await chooseIn(page, 'Claude', 'Reactivate');
    await page.getByText(/^Deactivated just now/).waitFor({ state: 'detached' });
    await studio.cairn.createUser({ body: { type: 'agent', name: 'Newcomer' } });
    await page.getByRole('cell', { name: 'Newcomer' }).first().waitFor({ timeout: 5_000 });
  });

  test('says that there are no passwords', async () => {
    const page = await studio.enter('/people?tab=you');
    await page.getByText('There is none: accounts are off').waitFor();
    await page.getByText('this one').waitFor(); // The session of this browser, which a link let in.
    await look(page, 'people-you');
  });
});

suite('People, with accounts', { concurrency: false }, () => {
  let studio: Studio;

  before(async () => {
    studio = await Studio.open({ CAIRN_ACCOUNTS: 'on' });
    await studio.cairn.register({ body: { username: 'ada', password: PASSWORD } });
  });
  after(() => studio?.close());

  async function logIn(username: string, password = PASSWORD): Promise<Page> {
    const page = await studio.watched();
    await page.goto(`${studio.server.url}/`);
    await page.getByRole('textbox', { name: 'Username' }).fill(username);
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
    return page;
  }

  test('an admin makes a person, who changes their password and may not do what admins may', async () => {
    const page = await logIn('ada');
    await page.getByRole('link', { name: 'People' }).press('Enter');
    await page.getByRole('button', { name: 'New person' }).press('Enter');
    await page.getByRole('textbox', { name: 'Username' }).fill('bob');
    await page.getByLabel('First password').fill('short');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await page.getByLabel('First password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: 'bob' }).first().waitFor();
    await look(page, 'people-accounts');

    const other = await logIn('bob');
    await other.getByRole('link', { name: 'People' }).press('Enter');
    await other.getByRole('cell', { name: 'ada' }).first().waitFor();
    assert.equal(await other.getByRole('button', { name: 'New person' }).count(), 0);
    assert.equal(await other.getByRole('button', { name: 'What can be done with ada' }).count(), 0);
    await other.getByRole('tab', { name: 'You' }).click();
    await other.getByLabel('The one you have').fill('a wrong one');
    await other.getByLabel('The new one').fill('another battery staple');
    await other.keyboard.press('Enter');
    await other.getByRole('main').getByRole('alert').waitFor();
    await other.getByLabel('The one you have').fill(PASSWORD);
    await other.getByRole('button', { name: 'Change it' }).press('Enter');
    await other.getByText('Your password is changed.').waitFor();
    await other.getByRole('link', { name: 'System' }).press('Enter');
    await other.getByText('This is for admins').waitFor();

    await chooseIn(page, 'bob', 'Make an admin');
    await page.getByRole('row').filter({ hasText: 'bob' }).getByText('admin').waitFor();
    await logIn('bob', 'another battery staple');
  });

  test('sessions are shown, and others are ended', async () => {
    const elsewhere = await logIn('ada');
    const page = await logIn('ada');
    await page.goto(`${studio.server.url}/people?tab=you`);
    await page.getByText('this one').waitFor();
    await look(page, 'people-you-accounts');
    const ends = page.getByRole('button', { name: 'End', exact: true });
    for (let left = await ends.count(); left > 0; left--) {
      await ends.first().press('Enter');
      await ends.nth(left - 1).waitFor({ state: 'detached' });
    }
    await elsewhere.reload();
    await elsewhere.getByRole('textbox', { name: 'Username' }).waitFor();
    await page.getByRole('button', { name: 'Log out everywhere' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Log out everywhere' }).press('Enter');
    await page.getByRole('textbox', { name: 'Username' }).waitFor();
  });
});
