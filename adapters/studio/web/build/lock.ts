import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Writes down of which files the committed page was built, as sha256sum does. A test of the module that needs no Node compares, so that nobody
 * forgets to build; `--check` says the same here.
 */
const LOCK = 'build.lock';
const ROOT = resolve(import.meta.dirname, '../../../..');
const FOLDERS = ['adapters/studio/web/src', 'adapters/studio/web/public', 'adapters/studio/web/build', 'adapters/typescript/src'];
const FILES = [
  'adapters/studio/web/index.html',
  'adapters/studio/web/package-lock.json',
  'adapters/studio/web/package.json',
  'adapters/studio/web/tsconfig.json',
  'adapters/studio/web/vite.config.ts',
  'adapters/typescript/openapi-ts.config.ts',
  'adapters/typescript/package-lock.json',
  'docs/api/openapi.yml',
  'docs/schema/README.md',
  'domain/src/main/java/dev/cairn/domain/activity/ActivityType.java',
];

const found = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.*`, { cwd: ROOT }));
const sources = [...FILES, ...found].filter((file) => !file.includes('/generated/')).sort();
const hash = (file: string) => createHash('sha256').update(readFileSync(join(ROOT, file))).digest('hex');
const lock = sources.map((file) => `${hash(file)}  ${file}\n`).join('');

if (!process.argv.includes('--check')) {
  writeFileSync(LOCK, lock);
} else if (readFileSync(LOCK, 'utf8') !== lock) {
  console.error(`${LOCK} is stale: .ci/node studio`);
  process.exit(1);
}
