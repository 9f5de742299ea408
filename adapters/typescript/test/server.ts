import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = resolve(import.meta.dirname, process.env.CAIRN ?? '../../../bootstrap/server/target/cairn/bin/cairn');
const READY_MILLIS = 60_000;

/** A real server, from the distribution, on data of its own. */
export class Server {
  readonly home = mkdtempSync(join(tmpdir(), 'cairn-typescript-'));
  readonly #settings: Record<string, string>;
  #process: ChildProcess | undefined;
  #port = '0';

  private constructor(settings: Record<string, string>) {
    this.#settings = settings;
  }

  static async start(settings: Record<string, string> = {}): Promise<Server> {
    if (!existsSync(PROGRAM)) {
      throw new Error(`There is no ${PROGRAM}: build it with mvn package -DskipTests -pl bootstrap/server -am`);
    }
    const server = new Server(settings);
    await server.begin();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get token(): string {
    return readFileSync(join(this.home, 'token'), 'utf8').trim();
  }

  /** Starts it, again on the port that it had before. */
  async begin(): Promise<void> {
    const env = { ...process.env, ...this.#settings, CAIRN_HOME: this.home, CAIRN_PORT: this.#port };
    const started = spawn(PROGRAM, ['serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = started;
    const said: string[] = [];
    const timeout = setTimeout(() => started.kill('SIGKILL'), READY_MILLIS);
    createInterface({ input: started.stderr }).on('line', (line) => said.push(line));
    for await (const line of createInterface({ input: started.stdout })) {
      said.push(line);
      const port = /listening on http:\/\/[^ ]*:(\d+)/.exec(line)?.[1];
      if (port) {
        clearTimeout(timeout);
        this.#port = port;
        started.stdout.resume();
        return;
      }
    }
    throw new Error(`The server did not start:\n${said.join('\n')}`);
  }

  /** As a crash ends it. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const running = this.#process;
    if (running && running.exitCode === null && running.signalCode === null) {
      const gone = new Promise((ended) => running.once('exit', ended));
      running.kill(signal);
      await gone;
    }
  }

  async stop(): Promise<void> {
    await this.kill('SIGTERM');
    rmSync(this.home, { recursive: true, force: true });
  }
}
