import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, suite, test } from 'node:test';
import { type Cairn, createCairn } from 'cairn-client';
import type { Browser, Page } from 'playwright-core';
import { launch, open, PASSWORD, shows } from './browser.ts';
import { FOLDER } from './guide.ts';
import { Server } from './server.ts';

const TASKS = 18;
const PATIENCE_MILLIS = 120_000;

/** A file of another tracker: each task has a step, and every third waits for the one before it. */
const TRACKER = JSON.stringify({
  master: {
    tasks: Array.from({ length: TASKS }, (_, n) => ({
      id: n + 1,
      title: `Task ${n + 1}`,
      status: 'pending',
      priority: 'medium',
      dependencies: n % 3 === 2 ? [n] : [],
      subtasks: [{ id: 1, title: 'A step', status: 'pending', dependencies: [] }],
    })),
  },
});

/** The guide's agent, as a process of its own. */
class Agent {
  readonly said: string[] = [];
  readonly #process: ChildProcess;

  constructor(name: string, server: Server, token: string) {
    const env = { ...process.env, CAIRN_URL: server.url, CAIRN_TOKEN: token };
    this.#process = spawn(process.execPath, [join(FOLDER, 'agent.ts'), name, 'TRK'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    assert.ok(this.#process.stdout);
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.said.push(line));
  }

  lines(word: string): string[] {
    return this.said.filter((line) => line.includes(` ${word} `));
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const gone = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await gone;
    }
  }
}

async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MILLIS;
  while (!(await holds())) {
    assert.ok(performance.now() < end, `in vain: ${what}`);
    await new Promise((on) => setTimeout(on, 50));
  }
}

suite('agents drain an imported tracker, and a page shows it', { concurrency: false }, () => {
  let server: Server;
  let cairn: Cairn;
  let browser: Browser;
  let page: Page;
  let agents: Agent[] = [];
  let token: string;

  before(async () => {
    browser = await launch();
    server = await Server.start({ CAIRN_ACCOUNTS: 'on' });
    const owner = createCairn({ url: server.url, token: server.token });
    const ada = await owner.register({ body: { username: 'ada', password: PASSWORD } });
    cairn = createCairn({ url: server.url, token: ada.token });
    await cairn.createProject({ body: { key: 'TRK', name: 'From another tracker' } });
    const imported = await fetch(`${server.url}/api/v1/imports?project=TRK&format=taskmaster`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${ada.token}`, 'Content-Type': 'application/json' },
      body: TRACKER,
    });
    assert.equal(imported.status, 200, await imported.text());
    ({ token } = await cairn.createToken({ body: { name: 'agents', scopes: ['read', 'write', 'claim'] } }));
    page = await open(browser, server.url, 'TRK');
    await shows(page, 'Task 1: open', 30_000);
  });

  after(async () => {
    await Promise.all(agents.map((agent) => agent.kill()));
    await browser?.close();
    await server?.stop();
  });

  const completed = async () => {
    const { items } = await cairn.listTickets({ path: { project: 'TRK' }, query: { status: ['completed'], limit: 100 } });
    return items.length;
  };

  test('one of three is killed, the server is killed in the middle, and all is done once', { timeout: 2 * PATIENCE_MILLIS }, async (t) => {
    agents = ['ada', 'bea', 'cid'].map((name) => new Agent(name, server, token));
    const [victim, ...others] = agents;
    assert.ok(victim);
    await until('an agent begins', () => victim.lines('works on').length > victim.lines('finished').length);
    await victim.kill();
    const left = victim.lines('works on').map((line) => line.split(' ')[3]).at(-1);

    await until('some are done', async () => (await completed()) >= TASKS / 3);
    await server.kill();
    await server.begin();

    await until('all are done', async () => (await completed().catch(() => 0)) === TASKS);
    const shown = performance.now();
    await page.waitForFunction(
      (count) => [...document.querySelectorAll('li')].filter((line) => line.textContent?.includes(': completed')).length === count,
      TASKS,
      { timeout: 20_000 },
    );
    t.diagnostic(`the page shows the last one ${Math.round(performance.now() - shown)} ms after it was seen by asking`);

    const finished = agents.flatMap((agent) => agent.lines('finished').map((line) => line.split(' ')[2]));
    assert.equal(new Set(finished).size, finished.length, `finished twice: ${finished.join(' ')}`);
    assert.ok(
      victim.lines('finished').some((line) => line.includes(`${left}`)) ||
        others.some((agent) => agent.lines('works on').some((line) => line.includes(` ${left} `))),
      `${left} was nobody's`,
    );
    assert.ok(others.every((agent) => agent.lines('finished').length > 0), 'each of those that live has done something');
  });
});
