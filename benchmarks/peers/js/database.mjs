// The database of a size, filled by Cairn once, and what the runner does to the copies itself.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { planLines } from './statements.mjs'

/** Filled anew whenever the schema, what fills it, or the statements have changed. */
export function seed(env, size) {
  const hash = createHash('sha256').update(planLines().join())
  const schema = join(env.root, 'adapters/persistence/src/main/resources/db/sqlite')
  const filling = join(env.root, 'benchmarks/src/main/java/dev/cairn/benchmarks/peers')
  const files = [...readdirSync(schema).sort().map(file => join(schema, file)),
    ...['PeerDatabase', 'Wording', 'SteppingClock'].map(name => join(filling, `${name}.java`))]
  for (const file of files) hash.update(readFileSync(file))
  mkdirSync(env.work, { recursive: true })
  const base = join(env.work, `seed-${size}-${hash.digest('hex').slice(0, 12)}`)
  const made = { database: `${base}.db`, plan: `${base}.plan` }
  if (!existsSync(made.plan)) {
    console.error(`Filling a database with ${size} tickets`)
    for (const old of readdirSync(env.work).filter(file => file.startsWith(`seed-${size}-`))) rmSync(join(env.work, old))
    execFileSync(join(env.jdk, 'bin', 'java'), ['-XX:+UseSerialGC', '--enable-native-access=ALL-UNNAMED',
      '--sun-misc-unsafe-memory-access=allow', '-cp', env.classpath, env.filler ?? 'dev.cairn.benchmarks.peers.PeerDatabase',
      made.database, String(size), `${made.plan}.part`], { stdio: 'inherit' })
    appendFileSync(`${made.plan}.part`, planLines().join('\n') + '\n')
    renameSync(`${made.plan}.part`, made.plan)
  }
  return made
}

export function copy(env, seeded, name) {
  const file = join(env.work, `${name}.db`)
  for (const old of [file, `${file}-wal`, `${file}-shm`]) rmSync(old, { force: true })
  copyFileSync(seeded.database, file)
  return file
}

/** Takes back what the last run inserted, so that no copy grows. */
export function removeInserted(file) {
  const database = new Database(file)
  database.pragma('foreign_keys = ON')
  database.exec("DELETE FROM tickets WHERE project_id = (SELECT id FROM projects WHERE key = 'INS')")
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

/** A digest of every row that the operations may have touched. */
export function digest(file) {
  const database = new Database(file, { readonly: true })
  database.defaultSafeIntegers()
  const hash = createHash('sha256')
  for (const table of ['projects', 'tickets', 'tasks', 'queue_items', 'project_counts']) {
    for (const row of database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().iterate()) {
      hash.update(row.join('\u0001'))
    }
  }
  database.close()
  return hash.digest('hex')
}
