import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Writes the examples of the guide as files, each under the name in its first line, to be compiled and run. */
export const FOLDER = resolve(import.meta.dirname, '../target/guide');

const guide = readFileSync(resolve(import.meta.dirname, '../../../docs/guides/typescript.md'), 'utf8');
const examples = [...guide.matchAll(/^```tsx?\n(\/\/ (\S+)\n[^]*?)^```$/gm)];
if (examples.length === 0) {
  throw new Error('The guide has no examples');
}
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
for (const [, text = '', name = ''] of examples) {
  writeFileSync(join(FOLDER, name), text);
}
