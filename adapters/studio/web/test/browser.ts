import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { createCairn, type Cairn } from '../../../typescript/src/index.ts';
import { program } from '../../../typescript/test/chromium.ts';
import { Server } from '../../../typescript/test/server.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const SAMPLES = join(import.meta.dirname, '../../../interchange/src/test/resources/dev/cairn/interchange');
/** Where the test leaves its pictures, for people to look at. */
const PICTURES = join(import.meta.dirname, '../target/screenshots');

const PATIENCE_MILLIS = 10_000;

export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 360, height: 740 };

/** A real server from the distribution with a tracker that was imported, and a browser. */
export class Studio {
  readonly server: Server;
  readonly cairn: Cairn;
  readonly #browser: Browser;

  private constructor(server: Server, cairn: Cairn, browser: Browser) {
    this.server = server;
    this.cairn = cairn;
    this.#browser = browser;
  }

  /** @param settings as in the environment of `cairn serve` */
  static async open(settings: Record<string, string> = {}): Promise<Studio> {
    const [server, browser] = await Promise.all([
      Server.start(settings),
      chromium.launch({ executablePath: program(), args: ['--no-sandbox'] }),
    ]);
    return new Studio(server, createCairn({ url: server.url, token: server.token }), browser);
  }

  /** The project SHIP, with all that task-master and beads leave in their files. */
  async importTrackers(): Promise<void> {
    await this.cairn.createProject({ body: { key: 'SHIP', name: 'Harbour' } });
    for (const [format, file] of [['taskmaster', 'tasks.json'], ['beads', 'issues.jsonl']] as const) {
      const body = readFileSync(join(SAMPLES, file), 'utf8');
      const headers = { 'Content-Type': format === 'beads' ? 'application/x-ndjson' : 'application/json' };
      await this.cairn.importFile({ query: { project: 'SHIP', format }, body, headers, bodySerializer: null });
    }
  }

  /** A browser of its own that is let in; it fails for whatever is asked for elsewhere, thrown, or refused by the page's policy. */
  async enter(path = '/', options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await this.#browser.newContext({ viewport: WIDE, reducedMotion: 'reduce', ...options });
    const { code } = await this.cairn.createBrowserLink();
    const page = await this.watched(context);
    await page.goto(`${this.server.url}/#token=${code}`);
    await page.getByRole('navigation').waitFor();
    assert.equal(new URL(page.url()).hash, '', 'the token stays in the address');
    if (path !== '/') {
      await page.goto(this.server.url + path);
    }
    return page;
  }

  /** Lets a browser in again whose session has ended, as somebody does who opens another link beside the page. */
  async renew(page: Page): Promise<void> {
    const other = await page.context().newPage();
    const { code } = await this.cairn.createBrowserLink();
    await other.goto(`${this.server.url}/#token=${code}`);
    await other.getByRole('navigation').waitFor();
    await other.close();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor({ state: 'detached' });
  }

  /** Keeps the next answer to a change from the page, until what is answered here is called. */
  async holdAnswer(page: Page, url: string, method: string): Promise<() => Promise<void>> {
    let letGo = () => {};
    let arrived = () => {};
    const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
    const isThere = new Promise<void>((resolve) => (arrived = resolve));
    await page.route(url, async (route) => {
      if (route.request().method() !== method) {
        return route.fallback();
      }
      const response = await route.fetch();
      await isLetGo;
      await route.fulfill({ response });
      arrived();
    });
    return async () => {
      letGo();
      await isThere;
      await page.unroute(url);
    };
  }

  async watched(context?: BrowserContext): Promise<Page> {
    const page = await (context ?? (await this.#browser.newContext({ viewport: WIDE }))).newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.on('pageerror', (error) => assert.fail(error));
    page.on('console', (message) => {
      assert.doesNotMatch(message.text(), /Content Security Policy/i);
    });
    page.on('request', (request) => assert.ok(request.url().startsWith(this.server.url), `${request.url()} is elsewhere`));
    return page;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.server.stop();
  }
}

/** What a page shows at once is on its way to the server yet: waits until that answers what is wanted. */
export async function becomes<Answer>(read: () => Promise<Answer>, wanted: Answer): Promise<void> {
  for (const until = Date.now() + PATIENCE_MILLIS; ; ) {
    const answer = await read();
    if (answer === wanted || Date.now() > until) {
      assert.equal(answer, wanted);
      return;
    }
  }
}

/** What axe finds, in light and in dark; and a picture of each, and of a narrow screen. */
export async function look(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const asIs = page.viewportSize() ?? WIDE;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`) });
    const found = await page.evaluate(`${AXE}; axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`);
    const { violations } = found as { violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] };
    assert.deepEqual(
      violations.map(({ id, help, nodes: [node] }) => `${id}: ${help}: ${node?.html} ${node?.failureSummary}`),
      [],
      `${name} in ${colorScheme}`,
    );
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(NARROW);
  await page.screenshot({ path: join(PICTURES, `${name}-narrow.png`) });
  const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  assert.ok(Number(wider) <= 0, `${name} is ${wider} px wider than ${NARROW.width} px`);
  await page.setViewportSize(asIs);
}
