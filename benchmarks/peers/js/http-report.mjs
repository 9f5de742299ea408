// The tables over HTTP.
import { memoryAtMost, operations, warmth } from './http-peers.mjs'

const count = value => Math.round(value).toLocaleString('en')
const millis = micros => micros >= 9_950 ? (micros / 1000).toFixed(0) : (micros / 1000).toFixed(1)
const cell = r => `${count(r.perSecond)} (${millis(r.p50)}, ${millis(r.p99)}; ${count(r.cpu)}; ${count(r.before)} → ${count(r.after)})`
const ratio = value => value?.toFixed(2) ?? '–'
const compared = ['bun-drizzle-zod', 'bun']

/** One row per operation and number of connections, then what a process costs. */
export function ceilings(results, processes, shown, warmup) {
  const head = ['requests/s (p50, p99 in ms; µs of its core for each; MB before → after)', ...shown.map(p => p.title),
    'Cairn / Bun + Drizzle + Zod', 'at least', 'Cairn / Bun raw', 'at least', 'within']
  const rows = results.map(({ operation, connections, byPeer }) => {
    const judged = compared.map(name => {
      const wanted = operations[operation].atLeast[name]
      return {
        ratio: byPeer.cairn && byPeer[name] && byPeer.cairn.perSecond / byPeer[name].perSecond,
        atLeast: (wanted?.[connections] ?? (typeof wanted === 'number' ? wanted : 0)) * warmth(warmup),
      }
    })
    return [row(operation, connections), ...shown.map(p => cell(byPeer[p.name])),
      ...judged.flatMap(j => [ratio(j.ratio), j.atLeast ? j.atLeast.toFixed(1) : '–']),
      verdict(judged.filter(j => j.ratio && j.atLeast).map(j => j.ratio >= j.atLeast))]
  })
  const figures = [
    ['from its start to its first answer, ms', 'startMillis'],
    ['memory when idle, MB', 'idle'],
    ['most memory after a load, MB', 'loaded', memoryAtMost],
  ].map(([title, figure, most]) => {
    const [drizzle, raw] = compared.map(name =>
      processes.cairn && processes[name] && processes.cairn[figure] / processes[name][figure])
    return [title, ...shown.map(p => count(processes[p.name][figure])), ratio(drizzle), most ? `at most ${most}` : '–', ratio(raw), '–',
      verdict(most && drizzle ? [drizzle <= most] : [])]
  })
  return lines([head, head.map(() => '---'), ...rows, ...figures])
}

/** The same at a fixed rate. */
export function latencies(results, shown) {
  const head = ['p50, p99, p99.9 in ms', ...shown.map(p => p.title)]
  return lines([head, head.map(() => '---'), ...results.map(({ operation, connections, byPeer }) => [
    row(operation, connections), ...shown.map(({ name }) => [byPeer[name].p50, byPeer[name].p99, byPeer[name].p999].map(millis).join(', '))])])
}

const row = (operation, connections) => `${operations[operation].title}, ${connections} connections`
const lines = rows => rows.map(row => `| ${row.join(' | ')} |`).join('\n')
const verdict = held => held.length === 0 ? '–' : held.every(Boolean) ? 'yes' : '**no**'
