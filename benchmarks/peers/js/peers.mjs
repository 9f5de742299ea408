// Who takes part, how a worker is started, how often an operation runs, and what docs/PERFORMANCE.md allows.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const bin = name => join(import.meta.dirname, '..', 'node_modules', '.bin', name)
const script = join(import.meta.dirname, 'worker.mjs')
const java = ({ jdk, classpath }, peer) => [
  join(jdk, 'bin', 'java'), '-XX:+UseSerialGC', '--enable-native-access=ALL-UNNAMED',
  '--sun-misc-unsafe-memory-access=allow', '-cp', classpath, 'dev.cairn.benchmarks.peers.PeerWorker', peer,
]

/** Of a `benchmarks/target` that Maven has filled. */
export const classpath = built => [join(built, 'classes'), readFileSync(join(built, 'classpath.txt'), 'utf8').trim()].join(':')

/** In the order of the table; a worker's arguments end with database, plan and normal|full. */
export const peers = [
  { name: 'c', title: 'C, libsqlite3', command: ({ cPeer }) => [cPeer],
    missing: ({ cPeer }) => existsSync(cPeer) ? null : 'no C compiler' },
  { name: 'bun', title: 'Bun raw', command: () => [bin('bun'), script, 'raw'] },
  { name: 'node', title: 'Node raw', command: () => [bin('node'), script, 'raw'] },
  { name: 'jdbc', title: 'sqlite-jdbc, kept', command: env => java(env, 'jdbc') },
  { name: 'bun-drizzle', title: 'Bun + Drizzle', command: () => [bin('bun'), script, 'drizzle'] },
  { name: 'bun-drizzle-zod', title: 'Bun + Drizzle + Zod', command: () => [bin('bun'), script, 'drizzle+zod'] },
  { name: 'node-drizzle', title: 'Node + Drizzle', command: () => [bin('node'), script, 'drizzle'] },
  { name: 'cairn', title: 'Cairn', command: env => java(env, 'cairn') },
  { name: 'before', title: 'Cairn before', command: env => java({ ...env, classpath: env.before }, 'cairn') },
]

/** What Cairn is measured against. */
export const baseline = 'bun-drizzle'

/** Runs per round; Cairn's budget as a ratio to Bun + Drizzle. */
export const operations = {
  'ticket-by-id': { title: 'ticket by id', times: 10_000, budget: 0.35 },
  'insert-one': { title: 'insert one, own transaction, row back', times: 2_000, budget: 0.7, inserts: true },
  'insert-100': { title: 'insert 100 in one transaction', times: 40, budget: 0.7, inserts: true },
  'insert-1000': { title: 'insert 1,000 in one transaction', times: 8, budget: 0.7, inserts: true },
  'read-1000': { title: 'read 1,000', times: 60, budget: 1.0 },
  'newest-50': { title: 'newest 50 of a project', times: 1_500, budget: 0.9 },
  'newest-50-counts': { title: 'the same, every peer with the four counts that Cairn has in it', times: 1_000 },
  'page-50-tasks': { title: 'page of 50 tickets with their 250 tasks (Drizzle: relational API)', times: 200, budget: 0.5 },
  'page-50-tasks-join': { title: 'the same, Drizzle by a join', times: 100 },
  'busiest-10': { title: 'top 10 projects by tickets and last activity', times: 60, budget: 0.4 },
  'change-status': { title: "change a ticket's status", times: 2_000, budget: 0.5 },
  'claim-next': { title: 'claim the next item', times: 2_000, budget: 0.35 },
  'search-20': { title: 'full-text search, first 20', times: 400, budget: 1.0 },
}

export const growthBudget = 1.3
