import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { look, Studio } from './browser.ts';
import { FakeModel } from './model.ts';

const SECRET = 'sk-not-a-real-key-9f3a';

suite('Agents', { concurrency: false }, () => {
  let studio: Studio;
  let model: FakeModel;

  before(async () => {
    [studio, model] = await Promise.all([Studio.open(), FakeModel.start()]);
    await studio.importTrackers();
  });
  after(async () => {
    model?.stop();
    await studio?.close();
  });

  test('a provider is created with a secret that is never shown, and tested', async () => {
    const page = await studio.enter('/agents');
    const answers: string[] = [];
    page.on('response', (response) => void response.text().then((text) => answers.push(text), () => {}));
    await page.getByText('You have no agents yet').waitFor();
    await look(page, 'agents-none');
    await page.getByRole('tab', { name: 'Providers' }).press('Enter');
    await page.getByText('You have no providers yet').waitFor();
    await look(page, 'agents-no-providers');
    await page.getByRole('button', { name: 'New provider' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Type').selectOption('custom');
    await dialog.getByLabel('Name', { exact: true }).fill('Fake');
    await dialog.getByLabel('Default model').fill('fake');
    await dialog.getByLabel('Address').fill('http://10.0.0.1/v1');
    await dialog.getByLabel('The key itself').fill(SECRET);
    await look(page, 'agents-new-provider');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').waitFor();
    await look(page, 'agents-refused');
    await dialog.getByLabel('Address').fill(`${model.url}/v1`);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('9f3a').waitFor();
    await page.getByText('default', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Test Fake' }).press('Enter');
    await page.getByText(/It answered within \d+ ms/).waitFor();
    await look(page, 'agents-providers');
    assert.ok(!(await page.content()).includes(SECRET), 'the secret is in the page');
    assert.ok(answers.length > 0 && !answers.join().includes(SECRET), 'the secret came back');

    const { cairn } = studio;
    await cairn.createProvider({ body: { name: 'Locked', type: 'custom', baseUrl: `${model.url}/v1`, defaultModel: 'fake-unauthorized' } });
    await page.getByRole('button', { name: 'Test Locked' }).press('Enter');
    await page.getByText('unauthorized', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'What to do with Locked' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Edit' }).press('Enter');
    await dialog.getByLabel('Key', { exact: true }).selectOption('env');
    await dialog.getByLabel('Name of the variable').fill('HARBOUR_KEY');
    await dialog.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('HARBOUR_KEY').waitFor();
    await page.getByRole('button', { name: 'What to do with Locked' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Make it the default' }).press('Enter');
    await page.getByRole('heading', { name: 'Locked default' }).waitFor();
    await page.getByRole('button', { name: 'What to do with Fake' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Make it the default' }).press('Enter');
    await page.getByRole('heading', { name: 'Fake default' }).waitFor();
    await page.getByRole('button', { name: 'What to do with Locked' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
    await dialog.getByRole('button', { name: 'Delete the provider' }).press('Enter');
    await page.getByRole('heading', { name: 'Locked', exact: true }).waitFor({ state: 'detached' });
  });

  test('an agent is created, edited, deactivated, and answers again', async () => {
    const page = await studio.enter('/agents');
    await page.getByRole('button', { name: 'New agent' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Ada');
    await dialog.getByLabel('Role').fill('Reviewer');
    await dialog.getByLabel('Goal').fill('Find what is wrong before it costs something.');
    await dialog.getByRole('checkbox', { name: /Write/ }).check();
    await dialog.getByLabel('Tokens in a day').fill('5000');
    await look(page, 'agents-new');
    await dialog.getByRole('button', { name: 'Create' }).press('Enter');
    await page.getByRole('heading', { name: 'Ada' }).waitFor();
    await look(page, 'agent-new');
    const id = new URL(page.url()).searchParams.get('agent')!;
    const made = await studio.cairn.getAgent({ path: { agent: id } });
    assert.deepEqual([made.scopes, made.tokensPerDay, made.tokensPerRun], [['read', 'write'], 5_000, null]);

    await page.getByRole('tab', { name: 'Settings' }).press('Enter');
    await page.getByLabel('Instructions').fill('Be brief.');
    await look(page, 'agent-settings');
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByText('Ada is saved').waitFor();
    await page.getByLabel('Backstory').fill('Typed here');
    await studio.cairn.updateAgent({ path: { agent: id }, body: { role: 'Auditor' } });
    await page.getByText('This agent was changed meanwhile').waitFor({ timeout: 5_000 });
    await page.getByRole('button', { name: 'Keep mine' }).press('Enter');
    const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok());
    await page.getByRole('button', { name: 'Save' }).press('Enter');
    await saved;
    await page.getByRole('button', { name: 'Save', disabled: false }).waitFor();
    assert.equal(await page.getByText('This agent was changed meanwhile').count(), 0);

    await page.getByRole('button', { name: 'Deactivate' }).press('Enter');
    await page.getByText('Inactive', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Activate' }).press('Enter');
    await page.getByText('Active', { exact: true }).waitFor();
  });

  test('a provider or a memory that was changed meanwhile is not written over unasked', async () => {
    const { cairn } = studio;
    const agent = (await cairn.listAgents()).items[0]!.id;
    const provider = await cairn.createProvider({ body: { name: 'Shared', type: 'custom', baseUrl: `${model.url}/v1`, defaultModel: 'fake' } });
    const memory = await cairn.createMemory({ body: { agentId: agent, content: 'The tide turns at noon' } });
    const page = await studio.enter('/agents?tab=providers');
    const dialog = page.getByRole('dialog');
    const save = dialog.getByRole('button', { name: 'Save' });
    await page.getByRole('button', { name: 'What to do with Shared' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Edit' }).press('Enter');
    await dialog.getByLabel('Default model').fill('mine');
    await cairn.updateProvider({ path: { provider: provider.id }, body: { defaultModel: 'theirs' } });
    await dialog.getByText('This provider was changed meanwhile').waitFor();
    assert.ok(await save.isDisabled());
    assert.equal((await cairn.getProvider({ path: { provider: provider.id } })).defaultModel, 'theirs');
    await look(page, 'agents-stale');
    await dialog.getByRole('button', { name: 'Keep mine' }).press('Enter');
    await save.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    assert.equal((await cairn.getProvider({ path: { provider: provider.id } })).defaultModel, 'mine');

    await page.goto(`${studio.server.url}/agents?agent=${agent}&tab=memories`);
    await page.getByRole('button', { name: 'Edit this memory' }).press('Enter');
    await dialog.getByLabel('In short').fill('Mine');
    await cairn.updateMemory({ path: { memory: memory.id }, body: { summary: 'Theirs' } });
    await dialog.getByText('This memory was changed meanwhile').waitFor();
    assert.ok(await save.isDisabled());
    await page.keyboard.press('Escape');
    await page.getByText('Theirs').waitFor();
    await cairn.deleteMemory({ path: { memory: memory.id } });
    await cairn.deleteProvider({ path: { provider: provider.id } });
  });

  test('what an agent is told is shown, in a conversation too', async () => {
    const { cairn } = studio;
    const { items } = await cairn.listAgents();
    const agent = items[0]!.id;
    await cairn.putMember({ path: { project: 'SHIP', user: agent }, body: { role: 'editor' } });
    const page = await studio.enter(`/agents?agent=${agent}&tab=preview`);
    await page.getByText('Be brief.').waitFor();
    const [general] = (await cairn.listConversations({ path: { project: 'SHIP' }, query: { isDefault: true } })).items;
    await cairn.postMessage({ path: { conversation: general!.id }, body: { content: '@Ada what do you see?' } });
    await page.reload();
    await page.getByLabel('Conversation').selectOption(general!.id);
    await page.getByText('@Ada what do you see?').first().waitFor();
    await look(page, 'agent-preview');
  });

  test('its answers open to their transcripts, and what they took is counted', async () => {
    const { cairn } = studio;
    const agent = (await cairn.listAgents()).items[0]!.id;
    const tools = await cairn.createProvider({ body: { name: 'Tools', type: 'custom', baseUrl: `${model.url}/v1`, defaultModel: 'fake-tools', price: { input: 3, output: 15 } } });
    await cairn.updateAgent({ path: { agent }, body: { providerId: tools.id, costPerDay: 5, tokensPerDay: 1_000_000 } });
    const page = await studio.enter(`/agents?agent=${agent}`);
    const [general] = (await cairn.listConversations({ path: { project: 'SHIP' }, query: { isDefault: true } })).items;
    await cairn.postMessage({ path: { conversation: general!.id }, body: { content: '@Ada look it up' } });
    await page.getByRole('cell', { name: 'fake-tools' }).waitFor({ timeout: 20_000 });
    await look(page, 'agent-runs');
    await page.getByRole('link', { name: /transcript/ }).first().press('Enter');
    const call = page.getByRole('dialog').locator('details').first();
    await call.locator('summary').press('Enter');
    await call.getByText('"cairn"').waitFor();
    await look(page, 'agent-run');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'All agents' }).press('Enter');
    await page.getByRole('link', { name: 'Ada' }).waitFor();
    await look(page, 'agents');
    await page.getByRole('tab', { name: 'Usage' }).press('Enter');
    await page.getByRole('meter', { name: 'Ada: tokens of the day' }).waitFor();
    await page.getByRole('cell', { name: 'SHIP' }).waitFor();
    await page.getByRole('group', { name: /^Tokens by day/ }).waitFor();
    await page.getByRole('button', { name: 'Tokens by day (UTC) as a table' }).press('Enter');
    const { items } = await cairn.listUsage({ query: { by: 'day' } });
    const taken = new Intl.NumberFormat('en', { notation: 'compact' }).format(items.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0));
    await page.getByRole('region', { name: 'Tokens by day (UTC)' }).getByRole('row').nth(1).getByRole('cell', { name: taken, exact: true }).waitFor();
    await look(page, 'agents-usage');
  });

  test('what another browser deletes is gone here too', async () => {
    const { cairn } = studio;
    const made = await cairn.createProvider({ body: { name: 'Short-lived', type: 'custom', baseUrl: `${model.url}/v1`, defaultModel: 'fake' } });
    const page = await studio.enter('/agents?tab=providers');
    await page.getByRole('heading', { name: 'Short-lived' }).waitFor();
    await cairn.deleteProvider({ path: { provider: made.id } });
    await page.getByRole('heading', { name: 'Short-lived' }).waitFor({ state: 'detached' });
  });

  test('memories are written, found with the reasons, and pruned after a look', async () => {
    const { cairn } = studio;
    const agent = (await cairn.listAgents()).items[0]!.id;
    const page = await studio.enter(`/agents?agent=${agent}&tab=memories`);
    await page.getByText('It remembers nothing yet').waitFor();
    await page.getByRole('button', { name: 'New memory' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What', { exact: true }).fill('Releases are on Thursdays');
    await dialog.getByLabel('Keywords').fill('release, thursday');
    await dialog.getByLabel('Importance').selectOption('high');
    await dialog.getByRole('button', { name: 'Remember' }).press('Enter');
    await page.getByText('Releases are on Thursdays').waitFor();
    await cairn.createMemory({ body: { agentId: agent, content: 'The harbour has two cranes', type: 'fact', score: 0.1 } });
    await page.getByText('two cranes').waitFor({ timeout: 5_000 });
    await look(page, 'agent-memories');
    await page.getByRole('searchbox').fill('harbour cranes');
    await page.getByRole('meter', { name: 'words' }).first().waitFor();
    await look(page, 'agent-relevant');
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: 'Prune' }).press('Enter');
    await dialog.getByText('Nothing would be archived now').waitFor();
    await look(page, 'agent-prune');
    await dialog.getByRole('button', { name: 'Close' }).last().press('Enter');
    await page.getByRole('button', { name: 'Delete this memory' }).first().press('Enter');
    await dialog.getByRole('button', { name: 'Delete' }).press('Enter');
    await page.getByRole('button', { name: 'Delete this memory' }).nth(1).waitFor({ state: 'detached' });
    assert.equal(await page.getByRole('button', { name: 'Delete this memory' }).count(), 1);
  });

  test('an agent is deleted, and the list says so', async () => {
    const page = await studio.enter('/agents');
    await page.getByRole('link', { name: 'Ada' }).press('Enter');
    await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the agent' }).press('Enter');
    await page.getByText('You have no agents yet').waitFor();
  });
});
