import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { becomes, look, Studio } from './browser.ts';

const TEXT = 'Planks of *oak*, no <script>alert(1)</script> and no ![picture](https://elsewhere.example/x.png).';

suite('U1, U3, U6: Ticket', { concurrency: false }, () => {
  let studio: Studio;
  let page: Page;
  let key: string;

  before(async () => {
    studio = await Studio.open();
    await studio.importTrackers();
    const { cairn } = studio;
    ({ key } = await cairn.createTicket({
      path: { project: 'SHIP' },
      body: { title: 'Plank the hull', overview: TEXT, labels: ['hull'], priority: 'high', tasks: [{ content: 'Saw' }, { content: 'Bend' }, { content: 'Nail' }] },
    }));
    await cairn.putLink({ path: { ticket: 'SHIP-2', kind: 'blocks', other: key } });
    await cairn.putLink({ path: { ticket: 'SHIP-3', kind: 'blocks', other: key } });
    await cairn.putLink({ path: { ticket: key, kind: 'blocks', other: 'SHIP-5' } });
    await cairn.addComment({ path: { ticket: key }, body: { content: 'Is there **enough** oak?' } });
    page = await studio.enter(`/t/${key}`);
  });
  after(() => studio?.close());

  const read = () => studio.cairn.getTicket({ path: { ticket: key } });
  const tasks = async () => (await read()).tasks.map(({ content }) => content);

  /** Until the server has it: the page shows it before. */
  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 10_000; !(await holds()); ) {
      assert.ok(Date.now() < end, 'It never came true');
    }
  }

  test('shows the text as Markdown and never as HTML, with tasks, comments and links', async () => {
    await page.locator('em', { hasText: 'oak' }).waitFor();
    await page.getByText('<script>alert(1)</script>').waitFor();
    assert.equal(await page.locator('main img').count(), 0);
    await page.locator('strong', { hasText: 'enough' }).waitFor();
    await page.getByRole('link', { name: /SHIP-5/ }).waitFor();
    await look(page, 'ticket');
  });

  test('shows the newest comments of many, and those before them when they are asked for', async () => {
    const { key: long } = await studio.cairn.createTicket({ path: { project: 'SHIP' }, body: { title: 'Talked about' } });
    for (let n = 1; n <= 60; n++) {
      await studio.cairn.addComment({ path: { ticket: long }, body: { content: `Remark ${n}.` } });
    }
    await page.goto(`${studio.server.url}/t/${long}`);
    await page.getByText('Remark 60.', { exact: true }).waitFor();
    assert.equal(await page.getByText('Remark 10.', { exact: true }).count(), 0);
    await page.getByRole('button', { name: 'More older comments' }).click();
    await page.getByText('Remark 1.', { exact: true }).waitFor();
    assert.deepEqual(
      await page.getByText(/^Remark \d+\.$/).allTextContents(),
      Array.from({ length: 60 }, (_, n) => `Remark ${n + 1}.`),
    );
    await page.goBack();
    await page.getByText('Planks of').first().waitFor();
  });

  test('the keyboard alone checks, adds and reorders tasks', async () => {
    await page.getByRole('checkbox', { name: 'Saw' }).focus();
    await page.keyboard.press('Space');
    await until(async () => (await read()).tasks[0]?.status === 'completed');
    await page.getByLabel('New task').focus();
    await page.keyboard.type('Caulk');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Caulk' }).waitFor();
    await page.getByRole('button', { name: 'Move Caulk' }).focus();
    await page.keyboard.press('Space');
    await page.getByText('Caulk is over Caulk.').waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page.getByText('Caulk is over Nail.').waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await until(async () => (await tasks()).indexOf('Caulk') < 3);
  });

  test('facts change by a choice, and what is refused says why', async () => {
    await page.getByLabel('Priority').selectOption('urgent');
    await until(async () => (await read()).priority === 'urgent');
    await page.getByLabel('Labels').fill('oak');
    await page.keyboard.press('Enter');
    await until(async () => (await read()).labels.includes('oak'));
    await page.getByLabel('Status').selectOption('completed');
    await page.getByText(/cannot become/).waitFor();
    assert.equal(await page.getByLabel('Status').inputValue(), 'open');
    await page.getByRole('button', { name: 'Dismiss' }).click();
  });

  test('a text that somebody else changed meanwhile is shown beside mine', async () => {
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Text', { exact: true }).fill('Planks of ash.');
    await studio.cairn.addComment({ path: { ticket: key }, body: { content: 'A comment is no conflict' } });
    await studio.cairn.updateTicket({ path: { ticket: key }, body: { overview: 'Planks of elm.' } });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Somebody changed this text while you did' }).waitFor();
    await page.getByText('Planks of elm.').first().waitFor();
    await page.locator('ins', { hasText: 'ash' }).waitFor();
    await look(page, 'conflict');
    await page.getByRole('button', { name: 'Save mine' }).click();
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    await becomes(async () => (await read()).overview, 'Planks of ash.');
  });

  test('the history says what changed, word by word', async () => {
    await page.getByRole('tab', { name: 'History' }).click();
    await page.locator('del', { hasText: 'elm' }).waitFor();
    await page.locator('ins', { hasText: 'ash' }).waitFor();
    await look(page, 'history');
    await page.getByRole('tab', { name: 'Comments' }).click();
  });

  test('a date is typed, and is changed once', async () => {
    const changes: unknown[] = [];
    const note = (request: Request) => request.method() === 'PATCH' && changes.push(request.postDataJSON());
    page.on('request', note);
    const due = page.getByLabel('Due');
    await due.focus();
    await page.keyboard.type('03142031');
    await page.keyboard.press('Enter');
    await becomes(async () => (await read()).dueAt?.slice(0, 10), '2031-03-14');
    assert.equal(await due.inputValue(), '2031-03-14');
    assert.deepEqual(changes, [{ dueAt: '2031-03-14T00:00:00Z' }]);
    await due.fill('2031-03-15');
    await due.blur();
    await becomes(async () => (await read()).dueAt?.slice(0, 10), '2031-03-15');
    page.off('request', note);
  });

  test('a comment that was edited begins with what it says now when it is edited again', async () => {
    const { id } = await studio.cairn.addComment({ path: { ticket: key }, body: { content: 'Elm it is' } });
    const edit = async (shown: string) => {
      await page.getByRole('article', { name: /Comment by/ }).filter({ hasText: shown }).getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Edit' }).click();
    };
    await edit('Elm it is');
    await page.getByLabel('Your comment').first().fill('Oak it is');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
    await studio.cairn.editComment({ path: { comment: id }, body: { content: 'Ash it is' } });
    await page.getByText('Ash it is').waitFor();
    await edit('Ash it is');
    assert.equal(await page.getByLabel('Your comment').first().inputValue(), 'Ash it is');
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  test('what is typed while a text or a comment is being saved stays', async () => {
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Text', { exact: true }).fill('Planks of beech');
    let answered = await studio.holdAnswer(page, `**/tickets/${key}`, 'PATCH');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByLabel('Text', { exact: true }).press('End');
    await page.keyboard.type(' and pine');
    await answered();
    await becomes(async () => (await read()).overview, 'Planks of beech');
    await page.getByRole('button', { name: 'Save', exact: true, disabled: false }).click();
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    await becomes(async () => (await read()).overview, 'Planks of beech and pine');

    await page.getByLabel('Your comment').fill('First');
    answered = await studio.holdAnswer(page, `**/tickets/${key}/comments`, 'POST');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await page.getByLabel('Your comment').fill('Second');
    await answered();
    await page.getByRole('article', { name: /Comment by/ }).getByText('First').waitFor();
    await page.getByRole('button', { name: 'Comment', exact: true, disabled: false }).click();
    await page.getByRole('article', { name: /Comment by/ }).getByText('Second').waitFor();
    await becomes(() => page.getByLabel('Your comment').inputValue(), '');
  });

  test('a session that ends takes nothing that was typed', async () => {
    await page.getByLabel('Your comment').fill('Half a thought');
    await studio.cairn.endBrowserSession();
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await studio.renew(page);
    assert.equal(await page.getByLabel('Your comment').inputValue(), 'Half a thought');
    await page.reload();
    assert.equal(await page.getByLabel('Your comment').inputValue(), 'Half a thought');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await page.getByRole('article', { name: /Comment by/ }).getByText('Half a thought').waitFor();
    assert.equal(await page.getByLabel('Your comment').inputValue(), '');
  });

  test('what was deleted is taken back', async () => {
    await page.getByRole('button', { name: `More about ${key}` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete the ticket' }).click();
    await page.waitForURL(/\/p\/SHIP\/board$/);
    await page.getByRole('button', { name: 'Take it back' }).click();
    await page.waitForURL(new RegExp(`/t/${key}$`));
    await page.getByRole('heading', { name: 'Plank the hull' }).waitFor();
    await studio.cairn.deleteTicket({ path: { ticket: key } });
    await page.getByRole('heading', { name: 'Plank the hull' }).waitFor({ state: 'detached' });
    await page.getByRole('alert').first().waitFor();
  });
});
