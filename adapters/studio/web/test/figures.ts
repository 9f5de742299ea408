import { appendFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';

/** Says a figure, and writes it down as a row of a table where CAIRN_FIGURES names a file. @param wanted what the product promises */
export function record(t: TestContext, what: string, figure: string, wanted: string): void {
  t.diagnostic(`${what}: ${figure} (wanted: ${wanted})`);
  if (process.env.CAIRN_FIGURES) {
    appendFileSync(process.env.CAIRN_FIGURES, `| ${what} | ${wanted} | ${figure} |\n`);
  }
}

/** The median and the value below which 95 of 100 are. */
export function quantiles(values: readonly number[]): { median: number; p95: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return { median: at(0.5), p95: at(0.95) };
}

/** How long after the answer to a change a text is on the screen, in milliseconds: looked for in each frame. */
export async function onScreen(page: Page, text: string, change: () => Promise<unknown>): Promise<number> {
  const seen = page.evaluate(
    (wanted) => new Promise<number>((resolve) => {
      const look = () => (document.querySelector('main')?.textContent?.includes(wanted) ? resolve(Date.now()) : requestAnimationFrame(look));
      look();
    }),
    text,
  );
  await change();
  const done = Date.now();
  return Math.max(0, (await seen) - done);
}
