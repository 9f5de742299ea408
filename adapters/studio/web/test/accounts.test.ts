import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createCairn } from '../../../typescript/src/index.ts';
import { Studio } from './browser.ts';

const PASSWORD = 'correct horse battery';

suite('U6: Accounts', { concurrency: false }, () => {
  let studio: Studio;
  let talk: string;

  async function logIn(page: Page, name: string): Promise<void> {
    await page.getByLabel('Username').fill(name);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name, exact: true }).waitFor();
  }

  before(async () => {
    studio = await Studio.open({ CAIRN_ACCOUNTS: 'on' });
    const { token } = await studio.cairn.register({ body: { username: 'ada', password: PASSWORD } });
    const ada = createCairn({ url: studio.server.url, token });
    await ada.createProject({ body: { key: 'WEB', name: 'Our site' } });
    const { user } = await studio.cairn.register({ body: { username: 'bob', password: PASSWORD } });
    await ada.putMember({ path: { project: 'WEB', user: user.id }, body: { role: 'editor' } });
    const { items } = await ada.listConversations({ path: { project: 'WEB' }, query: { isDefault: true } });
    talk = `/p/WEB/talk/${items[0]!.id}`;
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

  test('what somebody typed is shown to nobody else in the same browser', async () => {
    const page = await studio.watched();
    const composer = page.getByRole('textbox', { name: /^Message to/ });
    await page.goto(studio.server.url + talk);
    await logIn(page, 'ada');
    await composer.fill('Between ada and herself');
    await page.context().clearCookies();
    await page.goto(studio.server.url + talk);
    await logIn(page, 'bob');
    assert.equal(await composer.inputValue(), '');

    await page.route('**/auth/browser-session', (route) => route.abort());
    await page.getByRole('button', { name: 'bob', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: 'Log out' }).press('Enter');
    await page.getByText('The server does not answer').waitFor();
    await page.unroute('**/auth/browser-session');
  });

  test('whoever leaves leaves nothing behind, here or everywhere', async () => {
    const page = await studio.watched();
    const kept = () => page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])');
    await page.goto(studio.server.url + talk);
    for (const everywhere of [false, true]) {
      await logIn(page, 'ada');
      await page.goto(studio.server.url + talk);
      await page.getByRole('textbox', { name: /^Message to/ }).fill('Half a thought');
      assert.match(String(await kept()), /Half a thought/);
      if (everywhere) {
        await page.goto(`${studio.server.url}/people?tab=you`);
        await page.getByRole('button', { name: 'Log out everywhere' }).press('Enter');
        await page.getByRole('dialog').getByRole('button', { name: 'Log out everywhere' }).press('Enter');
      } else {
        await page.getByRole('button', { name: 'ada', exact: true }).press('Enter');
        await page.getByRole('menuitem', { name: 'Log out' }).press('Enter');
      }
      await page.getByLabel('Username').waitFor();
      assert.doesNotMatch(String(await kept()), /Half a thought|WEB/);
    }
  });

  test('somebody else who logs in where a session ended sees a page of their own', async () => {
    const page = await studio.watched();
    const composer = page.getByRole('textbox', { name: /^Message to/ });
    await page.goto(studio.server.url + talk);
    await logIn(page, 'ada');
    await composer.fill('Half a thought');
    await page.context().clearCookies();
    await composer.press('Enter');
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    await logIn(page, 'bob');
    await composer.waitFor();
    assert.equal(await page.getByText('Half a thought').count(), 0);
  });
});
