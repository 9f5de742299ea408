import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { program } from './chromium.ts';

/** Of the user as whom the page logs in. */
export const PASSWORD = 'correct horse battery';

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: program(), args: ['--no-sandbox'] });
}

/** The page with the board of a project, served from where the server is, as a proxy does that has both. */
export async function open(browser: Browser, url: string, project: string): Promise<Page> {
  const { outputFiles } = await build({
    entryPoints: [`${import.meta.dirname}/page.tsx`],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.addInitScript(() => {
    const Native = globalThis.EventSource;
    const sources: EventSource[] = [];
    globalThis.EventSource = class extends Native {
      constructor(at: string | URL, init?: EventSourceInit) {
        super(at, init);
        sources.push(this);
      }
    };
    Object.assign(globalThis, { sources });
  });
  await page.route('**/board?*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><body><script type="module" src="/board.js"></script>' }));
  await page.route('**/board.js', (route) => route.fulfill({ contentType: 'text/javascript', body: outputFiles[0]?.text ?? '' }));
  await page.goto(`${url}/board?project=${project}`);
  return page;
}

export async function shows(page: Page, text: string, timeout: number): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout });
}
