import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { createCairn } from '../../../typescript/src/index.ts';
import { Studio } from './browser.ts';

const PASSWORD = 'correct horse battery';

suite('U6: Accounts', { concurrency: false }, () => {
  let studio: Studio;

  before(async () => {
    studio = await Studio.open({ CAIRN_ACCOUNTS: 'on' });
    const { token } = await studio.cairn.register({ body: { username: 'ada', password: PASSWORD } });
    await createCairn({ url: studio.server.url, token }).createProject({ body: { key: 'WEB', name: 'Our site' } });
  });
  after(() => studio?.close());

  test('somebody logs in by keyboard, is led to where they wanted, and out again', async () => {
    const page = await studio.watched();
    await page.goto(`${studio.server.url}/p/WEB/board`);
    await page.getByLabel('Username').focus();
    assert.equal(await page.getByText('cairn open').count(), 0, 'who has an account needs no link');
    await page.keyboard.type('ada');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong horse battery');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Board of WEB' }).waitFor();
    await page.getByRole('button', { name: 'ada' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Log out' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Username').waitFor();
  });
});
