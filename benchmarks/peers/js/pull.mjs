// What Drizzle makes of a database of Cairn's: drizzle-kit pull, compared with what SQLite itself tells.
// Usage: pull.mjs FILE. Exit code 1 where they disagree on columns, keys or plain indexes.
import Database from 'better-sqlite3';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: benchmarks/peers/pull FILE (a cairn.db, or one made from docs/schema/sqlite.sql)');
  process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cairn-pull-'));
try {
  const copy = join(folder, 'copy.db');
  const source = file.endsWith('.sql') ? new Database(copy) : new Database(file, { readonly: true });
  if (file.endsWith('.sql')) source.exec(readFileSync(file, 'utf8'));
  else source.prepare('VACUUM INTO ?').run(copy);
  source.close();
  const config = join(folder, 'drizzle.config.json');
  writeFileSync(config, JSON.stringify({ dialect: 'sqlite', out: join(folder, 'out'), dbCredentials: { url: copy } }));
  execFileSync(process.execPath, [join(here, '../node_modules/drizzle-kit/bin.cjs'), 'pull', `--config=${config}`], { stdio: 'pipe' });
  const pulled = JSON.parse(readFileSync(join(folder, 'out/meta/0000_snapshot.json'), 'utf8')).tables;

  const db = new Database(copy, { readonly: true });
  const problems = [];
  const agree = (what, ours, theirs) => {
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) problems.push(`${what}: ${JSON.stringify(ours)}, Drizzle says ${JSON.stringify(theirs)}`);
  };
  let columns = 0, keys = 0, indexes = 0;
  const tables = db.prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'
    AND name NOT LIKE 'sqlite%' AND name <> 'flyway_schema_history' ORDER BY name`).pluck().all();
  for (const table of tables) {
    const theirs = pulled[table];
    if (!theirs) { problems.push(`${table}: Drizzle does not know it`); continue; }
    const ours = db.prepare('SELECT name, lower(type) AS type, "notnull" AS required, pk FROM pragma_table_info(?)').all(table);
    agree(`${table}, columns`, ours.map(c => c.name), Object.keys(theirs.columns));
    for (const column of ours) {
      columns++;
      const other = theirs.columns[column.name] ?? {};
      agree(`${table}.${column.name}, type`, column.type, other.type);
      if (!column.pk) agree(`${table}.${column.name}, required`, Boolean(column.required), other.notNull);
    }
    const key = ours.filter(c => c.pk).sort((a, b) => a.pk - b.pk).map(c => c.name);
    const composite = Object.values(theirs.compositePrimaryKeys)[0]?.columns;
    agree(`${table}, primary key`, [...key].sort(), [...(composite ?? Object.values(theirs.columns).filter(c => c.primaryKey).map(c => c.name))].sort());
    const foreign = db.prepare('SELECT "from" || \' → \' || "table" || \'.\' || "to" || \' \' || lower(on_delete) FROM pragma_foreign_key_list(?)').pluck().all(table).sort();
    keys += foreign.length;
    agree(`${table}, foreign keys`, foreign, Object.values(theirs.foreignKeys).map(k => `${k.columnsFrom} → ${k.tableTo}.${k.columnsTo} ${k.onDelete}`).sort());
    for (const index of db.prepare("SELECT name, \"unique\" AS one FROM pragma_index_list(?) WHERE origin = 'c'").all(table)) {
      const names = db.prepare('SELECT name FROM pragma_index_info(?) ORDER BY seqno').pluck().all(index.name);
      if (names.includes(null)) continue;
      indexes++;
      agree(`${index.name}`, [names, Boolean(index.one)], [theirs.indexes[index.name]?.columns, theirs.indexes[index.name]?.isUnique]);
    }
  }
  db.close();
  problems.forEach(problem => console.error(problem));
  console.log(`${tables.length} tables, ${columns} columns, ${keys} foreign keys, ${indexes} plain indexes: ${problems.length} disagreements`);
  process.exitCode = problems.length ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
