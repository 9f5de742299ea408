import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';

/** Measures the page in a browser, at length, and shows the figures in docs/PERFORMANCE.md. */
const ROWS = resolve(import.meta.dirname, '../target/figures.md');
const SHOWN = resolve(import.meta.dirname, '../../../../docs/PERFORMANCE.md');
const BEGIN = '<!-- .ci/node studio-figures -->';
const END = '<!-- end -->';

const load = () => loadavg()[0]!.toFixed(1);
const before = load();
mkdirSync(resolve(ROWS, '..'), { recursive: true });
rmSync(ROWS, { force: true });
const env = { CAIRN_ROUNDS: '20', CAIRN_EVENTS: '6000', ...process.env, CAIRN_FIGURES: ROWS };
const tests = spawnSync(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', 'test/figures.test.ts', 'test/memory.test.ts'], { env, stdio: 'inherit' });
if (tests.status !== 0) {
  process.exit(tests.status ?? 1);
}
const where = `On ${availableParallelism()} cores (${cpus()[0]?.model.trim()}) with other work beside: a load of ${before} when it began and ${load()} when it ended.`;
const table = `| what | wanted | measured |\n|---|---|---|\n${readFileSync(ROWS, 'utf8')}`;
const [head, rest] = readFileSync(SHOWN, 'utf8').split(BEGIN);
const [, tail] = rest?.split(END) ?? [];
if (head === undefined || tail === undefined) {
  throw new Error(`${SHOWN} has no place for the figures: ${BEGIN} … ${END}`);
}
writeFileSync(SHOWN, `${head}${BEGIN}\n${where}\n\n${table}${END}${tail}`);
