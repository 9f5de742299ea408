import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page } from 'playwright-core';
import { look, NARROW, Studio } from './browser.ts';
import { FakeModel } from './model.ts';

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000;
  while (!(await holds())) {
    assert.ok(performance.now() < end, 'in vain');
    await new Promise((on) => setTimeout(on, 50));
  }
}

suite('Talk', { concurrency: false }, () => {
  let studio: Studio;
  let model: FakeModel;
  let general: string;
  const agents: Record<string, string> = {};

  before(async () => {
    [studio, model] = await Promise.all([Studio.open(), FakeModel.start()]);
    await studio.importTrackers();
    const { cairn } = studio;
    for (const [name, role, defaultModel] of [['Ada', 'Reviewer', 'fake'], ['Slow Sam', 'Thinker', 'fake-stall'], ['Bob', 'Locked out', 'fake-unauthorized'], ['Tess', 'Researcher', 'fake-tools']] as const) {
      const provider = await cairn.createProvider({ body: { name: `For ${name}`, type: 'custom', baseUrl: `${model.url}/v1`, defaultModel } });
      const { id } = await cairn.createAgent({ body: { name, role, providerId: provider.id } });
      await cairn.putMember({ path: { project: 'SHIP', user: id }, body: { role: 'editor' } });
      agents[name] = id;
    }
    const { items } = await cairn.listConversations({ path: { project: 'SHIP' }, query: { isDefault: true } });
    general = items[0]!.id;
  });
  after(async () => {
    model?.stop();
    await studio?.close();
  });

  const composer = (page: Page) => page.getByRole('textbox', { name: /^Message to/ });
  const log = (page: Page) => page.getByRole('log');
  const say = async (page: Page, text: string) => {
    await composer(page).fill(text);
    await composer(page).press('Enter');
  };

  test('an agent is called by the keyboard, and its answer comes without a reload', async () => {
    const page = await studio.enter('/p/SHIP/talk');
    await look(page, 'talk-none');
    await page.getByRole('link', { name: /general/ }).press('Enter');
    await composer(page).waitFor();
    await look(page, 'talk-empty');
    await composer(page).focus();
    await page.keyboard.type('@a');
    await page.getByRole('option', { name: 'Ada' }).waitFor();
    await look(page, 'talk-mention');
    await page.keyboard.press('Enter');
    await page.keyboard.type('what does **this** do: <img src=x onerror=alert(1)>?');
    await page.keyboard.press('Enter');
    await log(page).getByText('Give this agent another provider').waitFor();
    assert.equal(await log(page).locator('img').count(), 0, 'the text of an agent became HTML');
    assert.equal(await log(page).locator('strong', { hasText: 'this' }).count(), 2, 'Markdown is not drawn');
    assert.equal(await composer(page).inputValue(), '');
    await look(page, 'talk');
  });

  test('an answer is shown as it comes, can be cancelled, and asked for again', async () => {
    const page = await studio.enter(`/p/SHIP/talk/${general}`);
    await say(page, '@Slow Sam, tell me a story');
    const coming = page.getByRole('article', { name: 'Slow Sam is answering' });
    await coming.getByText('is answering').waitFor();
    await look(page, 'talk-coming');
    await page.reload(); // It goes on where it is.
    await coming.getByRole('button', { name: 'Cancel' }).press('Enter');
    await log(page).getByText('Somebody cancelled it').waitFor();
    await coming.waitFor({ state: 'detached' });
    await log(page).getByRole('button', { name: 'Ask again' }).press('Enter');
    await coming.waitFor();
    await coming.getByRole('button', { name: 'Cancel' }).press('Enter');
    await coming.waitFor({ state: 'detached' });
  });

  test('an answer whose stream breaks twice goes on behind what is known', async () => {
    const page = await studio.enter(`/p/SHIP/talk/${general}`);
    const known: (string | undefined)[] = [];
    const streams = ['retry: 1000\n\nid: 7\nevent: delta\ndata: {"text":"Once upon a time"}\n\n'];
    await page.route('**/runs/*/stream', async (route) => {
      known.push(route.request().headers()['last-event-id']);
      await route.fulfill({ contentType: 'text/event-stream', body: streams[known.length - 1] ?? 'retry: 1000\n\n' });
    });
    await say(page, '@Slow Sam, tell me another story');
    const coming = page.getByRole('article', { name: 'Slow Sam is answering' });
    await coming.getByText('Once upon a time').waitFor();
    await until(async () => known.length > 2);
    assert.deepEqual(known.slice(0, 3), [undefined, '7', '7']);
    await coming.getByRole('button', { name: 'Cancel' }).press('Enter');
    await coming.waitFor({ state: 'detached' });
  });

  test('a conversation that was renamed meanwhile is not renamed over unasked', async () => {
    const { cairn } = studio;
    const { id } = await cairn.createConversation({ path: { project: 'SHIP' }, body: { kind: 'channel', title: 'ropes' } });
    const page = await studio.enter(`/p/SHIP/talk/${id}`);
    await page.getByRole('button', { name: 'What to do with this conversation' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Rename, describe' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What it is about').fill('Mine');
    await cairn.postMessage({ path: { conversation: id }, body: { content: 'What is said is no change of it.' } });
    await cairn.updateConversation({ path: { conversation: id }, body: { description: 'Theirs' } });
    await dialog.getByText('This conversation was changed meanwhile').waitFor();
    assert.ok(await dialog.getByRole('button', { name: 'Save' }).isDisabled());
    await look(page, 'talk-edit-stale');
    await dialog.getByRole('button', { name: 'Keep mine' }).press('Enter');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    assert.equal((await cairn.getConversation({ path: { conversation: id } })).description, 'Mine');
  });

  test('an answer that failed says why, and can be asked for again', async () => {
    const page = await studio.enter(`/p/SHIP/talk/${general}`);
    await say(page, '@Bob are you there?');
    const vain = log(page).getByRole('alert').filter({ hasText: 'Bob could not answer' });
    await vain.getByText('unauthorized').waitFor();
    await look(page, 'talk-failed');
    const asked = page.waitForResponse((response) => response.url().includes('/replies') && response.status() === 202);
    await vain.getByRole('button', { name: 'Ask again' }).press('Enter');
    await asked;
    await until(async () => (await studio.cairn.listRuns({ query: { agent: agents.Bob!, status: ['failed'] } })).items.length === 2);
    await vain.waitFor();
    assert.equal(await vain.count(), 1, 'an answer that was asked for again is still said to have failed');
    await vain.getByRole('button', { name: 'Details' }).press('Enter');
    await page.getByRole('dialog').getByText('It has said nothing').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('which tools an answer called can be opened', async () => {
    const page = await studio.enter(`/p/SHIP/talk/${general}`);
    await say(page, '@Tess look it up');
    await log(page).getByText('Let me look').first().waitFor();
    await log(page).getByRole('article', { name: /^Tess/ }).last().getByRole('button', { name: /^What to do with message/ }).press('Enter');
    await page.getByRole('menuitem', { name: 'How it came to this' }).press('Enter');
    const call = page.getByRole('dialog').locator('details').first();
    await call.locator('summary').press('Enter');
    await call.getByText('"cairn"').waitFor();
    await look(page, 'talk-transcript');
  });

  test('what others say is counted and marked as new, and reading it takes the count away', async () => {
    const { cairn } = studio;
    const other = await cairn.createConversation({ path: { project: 'SHIP' }, body: { kind: 'channel', title: 'harbour-watch' } });
    await cairn.postMessage({ path: { conversation: other.id }, body: { content: 'Nothing in sight.' } });
    const page = await studio.enter(`/p/SHIP/talk/${general}`);
    const entry = page.getByRole('link', { name: /harbour-watch/ });
    await entry.waitFor();
    await cairn.postMessage({ path: { conversation: other.id }, body: { content: '@Ada, is there a ship?' } });
    await entry.getByText('1 unread').waitFor({ timeout: 5_000 });
    await look(page, 'talk-unread');
    await entry.press('Enter');
    await log(page).getByText('New', { exact: true }).waitFor();
    await entry.getByText('1 unread').waitFor({ state: 'detached' });
    const { unread } = await cairn.getConversation({ path: { conversation: other.id } });
    assert.equal(unread, 0);
  });

  test('what was typed outlives a reload and a session that ends', async () => {
    const page = await studio.enter(`/p/SHIP/talk/${general}`);
    await composer(page).fill('Half a thought');
    await page.reload();
    await composer(page).waitFor();
    assert.equal(await composer(page).inputValue(), 'Half a thought');
    await page.route(`**/conversations/${general}/messages`, async (route) => {
      await page.context().clearCookies();
      const refused = await fetch(route.request().url(), { method: 'POST' });
      await route.fulfill({ status: refused.status, contentType: 'application/problem+json', body: await refused.text() });
    });
    await composer(page).press('Enter');
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    await page.unroute(`**/conversations/${general}/messages`);
    const { code } = await studio.cairn.createBrowserLink();
    await page.goto(`${studio.server.url}/#token=${code}`);
    await page.getByRole('navigation', { name: 'Cairn' }).waitFor();
    await page.goto(`${studio.server.url}/p/SHIP/talk/${general}`);
    const letter = log(page).getByRole('article', { name: 'Not sent' });
    await letter.getByText('Half a thought').waitFor();
    await look(page, 'talk-unsent');
    await letter.getByRole('button', { name: 'Send again' }).press('Enter');
    await log(page).getByRole('article', { name: /^owner/ }).last().getByText('Half a thought').waitFor();
    await log(page).getByRole('article', { name: /sent$/ }).waitFor({ state: 'detached' });
    const { items } = await studio.cairn.listMessages({ path: { conversation: general }, query: { beforeSeq: 1_000, limit: 1 } });
    assert.equal(items.at(-1)?.content, 'Half a thought');
  });

  test('one edits and deletes what one said, and sees what another change made of it', async () => {
    const { cairn } = studio;
    const page = await studio.enter(`/p/SHIP/talk/${general}`);
    await say(page, 'A tpyo');
    const row = log(page).getByRole('article').filter({ hasText: 'tpyo' });
    const act = async (what: string) => {
      await log(page).getByRole('article').last().getByRole('button', { name: /^What to do with message/ }).press('Enter');
      await page.getByRole('menuitem', { name: what, exact: true }).press('Enter');
    };
    await row.getByRole('button', { name: /^What to do with message/ }).waitFor();
    await act('Edit');
    await page.getByRole('textbox', { name: 'Edit the message' }).fill('A typo');
    await page.keyboard.press('Control+Enter');
    await log(page).getByText('A typo').waitFor();
    await log(page).getByText('edited').waitFor();
    await act('Edit');
    await page.getByRole('textbox', { name: 'Edit the message' }).fill('A typo, mended');
    const { items } = await cairn.listMessages({ path: { conversation: general }, query: { beforeSeq: 1_000, limit: 1 } });
    await cairn.editMessage({ path: { message: items[0]!.id }, body: { content: 'Changed elsewhere' } });
    await page.getByRole('alert').filter({ hasText: 'Changed elsewhere' }).waitFor({ timeout: 5_000 });
    await page.reload();
    await page.getByRole('alert').filter({ hasText: 'Changed elsewhere' }).waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Edit the message' }).inputValue(), 'A typo, mended');
    await look(page, 'talk-stale');
    await page.getByRole('button', { name: 'Keep mine' }).press('Enter');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await log(page).getByText('A typo, mended').waitFor();
    await act('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).press('Enter');
    await log(page).getByText('This message was deleted').waitFor();
  });

  test('a long conversation comes from its end on, and a message is found in it', async (t) => {
    const { cairn } = studio;
    const { id } = await cairn.createConversation({ path: { project: 'SHIP' }, body: { kind: 'channel', title: 'logbook' } });
    for (let n = 1; n <= 230; n++) {
      await cairn.postMessage({ path: { conversation: id }, body: { content: n === 7 ? 'The anchor is a kraken' : `Entry ${n}` } });
    }
    const page = await studio.enter();
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/messages?') && asked.push(request.url()));
    await page.goto(`${studio.server.url}/p/SHIP/talk/${id}`);
    await log(page).getByText('Entry 230', { exact: true }).waitFor();
    assert.equal(await page.getByRole('button', { name: /To the end/ }).count(), 0);
    const first = new Set(asked).size;
    assert.ok(first <= 3, `${first} blocks were read at once`);
    await page.getByRole('searchbox', { name: 'Search in talk' }).fill('kraken');
    await page.getByRole('link', { name: 'logbook The anchor is a kraken' }).press('Enter');
    const found = log(page).getByRole('article').filter({ hasText: 'kraken' });
    await found.waitFor();
    await page.locator(':focus').filter({ hasText: 'kraken' }).waitFor();
    assert.ok(await found.isVisible());
    await look(page, 'talk-found');
    await page.getByRole('button', { name: /To the end/ }).press('Enter');
    await cairn.postMessage({ path: { conversation: id }, body: { content: 'The newest of all' } });
    const said = performance.now();
    await log(page).getByText('The newest of all').waitFor({ timeout: 5_000 });
    t.diagnostic(`what another said is there ${Math.round(performance.now() - said)} ms after it was stored; ${first} blocks of 230 messages were read at first`);
  });

  test('a conversation is begun, forked, archived, deleted and brought back', async () => {
    const page = await studio.enter('/p/SHIP/talk');
    await page.getByRole('button', { name: 'New' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Direct/ }).check();
    await dialog.getByRole('searchbox').fill('Ada');
    await dialog.getByRole('button', { name: /Add Ada/ }).press('Enter');
    await look(page, 'talk-new');
    await dialog.getByRole('button', { name: 'Create' }).press('Enter');
    await page.waitForURL(/talk\/\w+/);
    await say(page, 'Between us');
    await log(page).getByText('I am the fake model').waitFor();
    const more = async (what: string) => {
      await page.getByRole('button', { name: 'What to do with this conversation' }).press('Enter');
      await page.getByRole('menuitem', { name: what }).press('Enter');
    };
    await page.getByRole('button', { name: /take part/ }).press('Enter');
    await look(page, 'talk-people');
    await page.keyboard.press('Escape');
    const direct = page.url();
    await more('Fork');
    await dialog.getByRole('textbox').fill('Another way');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Another way' }).waitFor();
    assert.notEqual(page.url(), direct);
    await log(page).getByText('Between us').first().waitFor();
    await more('Archive');
    await page.getByText('This is archived').waitFor();
    await look(page, 'talk-archived');
    await page.getByRole('button', { name: 'Bring it back' }).press('Enter');
    await composer(page).waitFor();
    await more('Delete');
    await dialog.getByRole('button', { name: 'Delete' }).press('Enter');
    await page.getByText('“Another way” is deleted').waitFor();
    await look(page, 'talk-deleted');
    await page.getByRole('button', { name: 'Bring it back' }).press('Enter');
    await page.getByRole('heading', { name: 'Another way' }).waitFor();
  });

  test('many answers at once leave the page able to ask for something', async () => {
    const { cairn } = studio;
    const { id } = await cairn.createConversation({ path: { project: 'SHIP' }, body: { kind: 'channel', title: 'chorus' } });
    const provider = await cairn.createProvider({ body: { name: 'Choir', type: 'custom', baseUrl: `${model.url}/v1`, defaultModel: 'fake-stall' } });
    const singers = Array.from({ length: 7 }, (_, n) => `Singer${n}`);
    for (const name of singers) {
      const { id: singer } = await cairn.createAgent({ body: { name, role: 'Singer', providerId: provider.id } });
      await cairn.putMember({ path: { project: 'SHIP', user: singer }, body: { role: 'editor' } });
    }
    const page = await studio.enter(`/p/SHIP/talk/${id}`);
    await say(page, singers.map((name) => `@${name}`).join(' '));
    const coming = page.getByRole('article', { name: /is answering$/ });
    await coming.nth(6).waitFor();
    await coming.first().getByText('is answering').waitFor();
    await look(page, 'talk-many');
    for (let left = 7; left > 0; left--) {
      await coming.nth(left - 1).getByRole('button', { name: 'Cancel' }).press('Enter');
      await coming.nth(left - 1).waitFor({ state: 'detached' });
    }
  });

  test('a conversation is read and answered at 360 px, back and forth', async () => {
    const page = await studio.enter('/p/SHIP/talk');
    await page.setViewportSize(NARROW);
    await page.getByRole('link', { name: /general/ }).click();
    await composer(page).waitFor();
    assert.equal(await page.getByRole('searchbox').isVisible(), false);
    await page.getByRole('link', { name: 'All conversations' }).click();
    await page.getByRole('searchbox').waitFor();
    await page.goBack();
    await composer(page).waitFor();
  });

  test('what is read in one browser is read in the other', async () => {
    const [waiting, reading] = await Promise.all([studio.enter('/p/SHIP/talk'), studio.enter('/p/SHIP/talk')]);
    const unread = waiting.getByRole('link', { name: /general.* unread/s });
    await studio.cairn.postMessage({ path: { conversation: general }, body: { content: '@Ada is anybody there?' } });
    await unread.waitFor();
    await reading.getByRole('link', { name: /general/ }).press('Enter');
    await unread.waitFor({ state: 'detached' });
    const { items: [mark] } = await studio.cairn.listActivity({ query: { types: 'conversation.read' } });
    assert.deepEqual([mark?.subjectId, mark?.projectId, mark?.conversationId], [general, null, null]);
  });
});
