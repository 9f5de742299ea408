import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, suite, test } from 'node:test';
import { FOLDER } from './guide.ts';
import { Server } from './server.ts';

suite('the programs of the guide run as they stand there', { concurrency: false }, () => {
  let server: Server;

  before(async () => {
    server = await Server.start();
  });

  after(() => server.stop());

  /** Runs an example until it ends, or has said what is expected. */
  async function run(example: string, expected?: RegExp): Promise<string[]> {
    const env = { ...process.env, CAIRN_URL: server.url, CAIRN_TOKEN: server.token };
    const program: ChildProcess = spawn(process.execPath, [join(FOLDER, example)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
    const said: string[] = [];
    assert.ok(program.stdout);
    for await (const line of createInterface({ input: program.stdout })) {
      said.push(line);
      if (expected?.test(line)) {
        program.kill();
        break;
      }
    }
    const code = await ended;
    assert.ok(expected ? expected.test(said.at(-1) ?? '') : code === 0, said.join('\n'));
    return said;
  }

  test('first.ts makes a ticket, lists it, and is told what it may not', async () => {
    assert.deepEqual(await run('first.ts'), ['WEB-1 Say hello', 'length /title']);
  });

  test('worker.ts takes it and does it', async () => {
    await run('worker.ts', /working on WEB-1/);
  });

  test('follow.ts tells what happened', async () => {
    await run('follow.ts', /ticket\.created/);
  });
});
