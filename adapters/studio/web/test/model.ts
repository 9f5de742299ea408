import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = resolve(import.meta.dirname, '../../../typescript/test', process.env.CAIRN ?? '../../../bootstrap/server/target/cairn/bin/cairn');

/** A provider of models that repeats what it hears, without a key: `cairn dev fake-model`. */
export class FakeModel {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(url: string, process: ChildProcess) {
    this.url = url;
    this.#process = process;
  }

  static async start(): Promise<FakeModel> {
    const started = spawn(PROGRAM, ['dev', 'fake-model', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: started.stdout })) {
      const url = /(http:\/\/[^ ]*:\d+)/.exec(line)?.[1];
      if (url) {
        started.stdout.resume();
        return new FakeModel(url, started);
      }
    }
    throw new Error('The fake model did not start');
  }

  stop(): void {
    this.#process.kill();
  }
}
