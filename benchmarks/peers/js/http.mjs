// Runs Cairn's server and its peers, compares what they answer, loads them in turns, and prints the ratios.
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs, promisify } from 'node:util'
import { difference, idText } from './answers.mjs'
import { seed } from './database.mjs'
import { operations, peers } from './http-peers.mjs'
import { ceilings, latencies } from './http-report.mjs'
import { start } from './http-server.mjs'
import { readPlan } from './opened.mjs'
import { classpath } from './peers.mjs'

const IDLE_MILLIS = 2_000
const COMPARED = 20

const { values: flags } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    sync: { type: 'string', default: 'full' },
    connections: { type: 'string', default: '16,64' },
    warmup: { type: 'string', default: '20' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    rate: { type: 'string' },
    only: { type: 'string', multiple: true },
    peer: { type: 'string', multiple: true },
    before: { type: 'string' },
  },
})
const root = join(import.meta.dirname, '..', '..', '..')
const target = join(root, 'benchmarks', 'target')
const distributed = tree => join(tree, 'bootstrap', 'server', 'target', 'cairn')
const env = {
  root,
  work: join(target, 'peers'),
  jdk: process.env.PEERS_JDK,
  distribution: distributed(root),
  before: flags.before && distributed(flags.before),
  classpath: join(distributed(root), 'lib', '*'),
  filler: join(root, 'benchmarks/src/main/java/dev/cairn/benchmarks/peers/PeerDatabase.java'),
  sync: flags.sync,
}
const run = promisify(execFile)
const chosen = Object.keys(operations).filter(name => !flags.only || flags.only.includes(name))
if (chosen.length === 0) throw new Error(`--only takes ${Object.keys(operations).join(', ')}`)
const entered = peers.filter(peer => (!flags.peer || flags.peer.includes(peer.name)) && (peer.name !== 'before' || flags.before))
if (entered.length === 0) throw new Error(`--peer takes ${peers.map(peer => peer.name).join(', ')}`)
const warmup = Number(flags.warmup)
const rounds = Number(flags.rounds)
mkdirSync(env.work, { recursive: true })
Object.assign(env, seed(env, flags.size))
const plan = readPlan(env.plan)

const lines = (peer, operation) => operations[operation].lines(plan, peer.ids ? idText : String)
const file = (peer, operation) => join(env.work, `http-${peer.name}-${operation}.lines`)
for (const peer of entered) {
  for (const operation of chosen) writeFileSync(file(peer, operation), lines(peer, operation).join('\n'))
}

/** Starts it, does something with it, and stops it whatever comes of that. */
async function started(peer, use) {
  const server = await start(env, peer, lines(peer, 'get-one')[0])
  try {
    return await use(server)
  } finally {
    await server.stop()
  }
}

async function answers(server, peer, operation) {
  const all = []
  for (const line of lines(peer, operation).slice(0, COMPARED)) {
    const [path, ...body] = line.split(' ')
    const answer = await server.fetch(path, body.length === 0 ? {} : {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: body.join(' ').replace('%d', '0'),
    })
    if (!answer.ok) throw new Error(`${peer.name}: ${answer.status} for ${path}: ${await answer.text()}`)
    all.push(await answer.json())
  }
  return all
}

const processes = {}
const answered = {}
for (const peer of entered) {
  await started(peer, async server => {
    await sleep(IDLE_MILLIS)
    processes[peer.name] = { startMillis: server.startMillis, idle: server.memory(), loaded: 0 }
    answered[peer.name] = {}
    for (const operation of chosen) answered[peer.name][operation] = await answers(server, peer, operation)
  })
}
for (const operation of chosen) {
  for (const { name } of answered.cairn ? entered : []) {
    answered.cairn[operation].forEach((ours, i) => {
      const found = difference(operation, ours, answered[name][operation][i])
      if (found) throw new Error(`${operation}: Cairn and ${name} answer differently: ${found}`)
    })
  }
}

let runs = 0

/** As fast as it goes: every connection sends as soon as it was answered. */
async function closed(server, file, connections, seconds) {
  const { stdout } = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`,
    ...server.token ? ['-H', `Authorization: Bearer ${server.token}`] : [],
    '-s', join(import.meta.dirname, '..', 'lua', 'load.lua'), server.url, '--', file, `${process.pid}-${++runs}`])
  const [requests, micros, refused, broken, late, p50, p99] = figures(stdout)
  return { requests, failures: { refused, broken, late }, perSecond: requests / micros * 1e6, p50, p99 }
}

/** At a fixed rate, whatever the server does; a latency counts from when its request was due. */
async function open(server, file, connections, seconds) {
  const { stdout } = await run(join(env.jdk, 'bin', 'java'), ['-XX:+UseSerialGC', '-cp', classpath(target),
    'dev.cairn.benchmarks.http.LineDriver', server.url, server.token ?? '', file, connections, flags.rate, '1', seconds].map(String))
  const [requests, refused, p50, p99, p999] = figures(stdout)
  return { requests, failures: { refused }, perSecond: requests / seconds, p50, p99, p999 }
}

const figures = said => said.trim().split('\n').at(-1).split(' ').map(Number)

async function load(server, peer, operation, connections, seconds) {
  const begin = server.cpuMicros()
  const measured = await (flags.rate ? open : closed)(server, file(peer, operation), connections, seconds)
  if (Object.values(measured.failures).some(count => count > 0) || !(measured.requests > 0)) {
    throw new Error(`${peer.name}: ${operation} over ${connections} connections failed: ${JSON.stringify(measured)}`)
  }
  return { ...measured, cpu: (server.cpuMicros() - begin) / measured.requests }
}

/** A process of its own for each figure, so that it is as warm as is asked for, and no warmer. */
const measure = (peer, operation, connections) => started(peer, async server => {
  const before = server.memory()
  if (warmup > 0) await load(server, peer, operation, connections, warmup)
  const loaded = await load(server, peer, operation, connections, Number(flags.seconds))
  const after = server.memory()
  processes[peer.name].loaded = Math.max(processes[peer.name].loaded, after)
  return { ...loaded, before, after, startMillis: server.startMillis }
})

const cells = chosen.flatMap(operation => flags.connections.split(',').map(connections =>
  ({ operation, connections, rounds: Object.fromEntries(entered.map(({ name }) => [name, []])) })))
const loads = []
for (let round = 0; round < rounds; round++) {
  for (const [index, cell] of cells.entries()) {
    for (let i = 0; i < entered.length; i++) {
      const peer = entered[(round + index + i) % entered.length]
      const figures = await measure(peer, cell.operation, cell.connections)
      cell.rounds[peer.name].push(figures)
      loads.push(loadavg()[0])
      console.error(`round ${round + 1}: ${cell.operation}, ${cell.connections} connections, ${peer.name}: `
        + `${figures.perSecond.toFixed(0)}/s, p99 ${figures.p99} us, ${figures.after.toFixed(0)} MB`)
    }
  }
}
/** Other work on the machine only makes it slower. */
const best = all => all.toSorted((a, b) => flags.rate ? a.p99 - b.p99 : b.perSecond - a.perSecond)[0]
const results = cells.map(cell => ({
  ...cell, byPeer: Object.fromEntries(Object.entries(cell.rounds).map(([name, all]) => [name, best(all)])),
}))

const how = flags.rate ? `open loop of ${flags.rate} requests/s` : 'closed loop'
const setting = `${Number(flags.size).toLocaleString('en')} tickets, synchronous ${flags.sync.toUpperCase()}, ${how}, ${warmup} s of warm-up, `
  + `best of ${rounds} rounds of ${flags.seconds} s, load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`
console.log(`${setting}\n`)
console.log(flags.rate ? latencies(results, entered) : ceilings(results, processes, entered, warmup))
console.log(answered.cairn ? '\nAnswers agree, no request failed.' : '\nNo request failed; answers are only compared with Cairn.')
writeFileSync(join(target, `http-${flags.size}-${flags.sync}-${flags.rate ? `${flags.rate}-` : ''}${warmup}s.json`), JSON.stringify({ setting, flags, processes, results }, null, 1))
