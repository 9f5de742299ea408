// Runs Cairn and its peers interleaved, compares what they answered and left behind, and prints the ratios.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { copy, digest, removeInserted, seed } from './database.mjs'
import { classpath, operations, peers } from './peers.mjs'
import { comparison, growth } from './report.mjs'
import { start } from './workers.mjs'

const { values: flags } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    sync: { type: 'string', default: 'normal' },
    rounds: { type: 'string', default: '5' },
    warmup: { type: 'string', default: '3' },
    only: { type: 'string', multiple: true },
    peer: { type: 'string', multiple: true },
    growth: { type: 'boolean', default: false },
    before: { type: 'string' },
  },
})
const root = join(import.meta.dirname, '..', '..', '..')
const target = join(root, 'benchmarks', 'target')
const env = {
  root,
  work: join(target, 'peers'),
  jdk: process.env.PEERS_JDK,
  classpath: classpath(target),
  before: flags.before && classpath(join(flags.before, 'benchmarks', 'target')),
  cPeer: join(target, 'peers', 'c-peer'),
}
const chosen = Object.keys(operations).filter(name => !flags.only || flags.only.includes(name))
if (chosen.length === 0) throw new Error(`--only takes ${Object.keys(operations).join(', ')}`)
const skipped = []

/** One entrant per column; those of one group have to agree in everything. */
function entrants() {
  if (flags.growth) {
    const cairn = peers.find(peer => peer.name === 'cairn')
    return ['10000', '100000'].map(size => ({ name: size, peer: cairn, size, group: size }))
  }
  return peers
    .filter(peer => !flags.peer || flags.peer.includes(peer.name))
    .filter(peer => peer.name !== 'before' || flags.before)
    .filter(peer => {
      const reason = peer.missing?.(env)
      if (reason) skipped.push(`${peer.title}: skipped, ${reason}`)
      return !reason
    })
    .map(peer => ({ name: peer.name, peer, size: flags.size, group: 'all' }))
}

async function open(entrant) {
  const seeded = seed(env, entrant.size)
  const file = copy(env, seeded, `run-${entrant.name}`)
  const worker = await start(entrant.name, [...entrant.peer.command(env), file, seeded.plan, flags.sync])
  return { ...entrant, file, worker }
}

async function turn(entered, operation, position) {
  const { times, inserts } = operations[operation]
  const answers = {}
  for (let i = 0; i < entered.length; i++) {
    const { name, worker, file } = entered[(position + i) % entered.length]
    answers[name] = await worker.run(operation, times)
    if (inserts) removeInserted(file)
  }
  requireAgreement(entered, `${operation}: the answers`, name => answers[name].skipped ? undefined : answers[name].checksum)
  return answers
}

/** Everybody in a group must come to the same value. */
function requireAgreement(entered, what, value) {
  for (const group of new Set(entered.map(e => e.group))) {
    const found = Object.fromEntries(entered.filter(e => e.group === group)
      .map(e => [e.name, value(e.name)]).filter(([, found]) => found !== undefined))
    if (new Set(Object.values(found)).size > 1) {
      throw new Error(`${what} differ: the peers did not do the same work: ${JSON.stringify(found)}`)
    }
  }
}

const median = values => values.toSorted((a, b) => a - b)[values.length >> 1]

/** The best median of the rounds, and the middle one of their p99. */
function summary(rounds) {
  return { median: Math.min(...rounds.map(r => r.median)), p99: median(rounds.map(r => r.p99)), rounds }
}

const entered = []
for (const entrant of entrants()) entered.push(await open(entrant))
const rounds = Number(flags.rounds)
const warmup = Number(flags.warmup)
const measured = Object.fromEntries(chosen.map(name => [name, {}]))
// Inserts come last: they leave the full-text index in a state that differs with how they were written.
for (const inserting of [false, true]) {
  const phase = chosen.filter(name => Boolean(operations[name].inserts) === inserting)
  for (let round = -warmup; round < rounds && phase.length > 0; round++) {
    const what = round < 0 ? `warm-up ${round + warmup + 1} of ${warmup}` : `round ${round + 1} of ${rounds}`
    console.error(`${what}: ${phase.join(', ')}`)
    for (const [index, operation] of phase.entries()) {
      const answers = await turn(entered, operation, round + warmup + index)
      if (round < 0) continue
      for (const [name, answer] of Object.entries(answers)) {
        if (!answer.skipped) (measured[operation][name] ??= []).push(answer)
      }
    }
  }
}
const missing = chosen.flatMap(operation => entered
  .filter(({ name }) => !measured[operation][name] && operation !== 'page-50-tasks-join')
  .map(({ name }) => `${name}: ${operation} is not available`))
for (const { worker } of entered) await worker.stop()
const digests = Object.fromEntries(entered.map(({ name, file }) => [name, digest(file)]))
requireAgreement(entered, 'The databases after the runs', name => digests[name])

const results = Object.fromEntries(Object.entries(measured).map(([operation, byName]) =>
  [operation, Object.fromEntries(Object.entries(byName).map(([name, answers]) => [name, summary(answers)]))]))
const setting = `${flags.growth ? 'growth' : `${Number(flags.size).toLocaleString('en')} tickets`}, synchronous ${flags.sync.toUpperCase()}, ${rounds} rounds`
console.log(`${setting}\n`)
console.log(flags.growth ? growth(results, ['10000', '100000']) : comparison(results, entered.map(e => e.name)))
console.log(`\nAnswers and databases agree. ${entered.map(({ name, worker }) => `${name}: ${worker.version}`).join('; ')}.`)
for (const line of [...skipped, ...missing]) console.log(line)
const file = join(target, `peers-${flags.growth ? 'growth' : flags.size}-${flags.sync}.json`)
writeFileSync(file, JSON.stringify({ setting, flags, results, skipped: [...skipped, ...missing] }, null, 1))
