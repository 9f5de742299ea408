// The tables.
import { baseline, growthBudget, operations, peers } from './peers.mjs'

const micros = value => value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(0) : value.toFixed(1)
const cell = result => result ? `${micros(result.median)} (${micros(result.p99)})` : '–'
const verdict = (ratio, budget) => [ratio?.toFixed(2) ?? '–', budget ?? '–',
  ratio && budget ? (ratio <= budget ? 'yes' : '**no**') : '–'].join(' | ')
const table = rows => rows.map(row => `| ${row} |`).join('\n')

export function comparison(results, names) {
  const shown = peers.filter(peer => names.includes(peer.name))
  const compared = names.includes('before') ? ['Cairn / before'] : []
  const head = ['µs, best median (p99)', ...shown.map(p => p.title), ...compared, 'Cairn / Bun + Drizzle', 'at most', 'within'].join(' | ')
  const rows = Object.entries(results).map(([name, byPeer]) => {
    const { title, budget } = operations[name]
    const ours = byPeer.cairn
    const theirs = byPeer[baseline]
    const judged = verdict(ours && theirs && ours.median / theirs.median, budget)
    const change = compared.map(() => ours && byPeer.before ? (ours.median / byPeer.before.median).toFixed(2) : '–')
    return [title, ...shown.map(peer => cell(byPeer[peer.name])), ...change, judged].join(' | ')
  })
  return table([head, head.replace(/[^|]+/g, '---'), ...rows])
}

export function growth(results, [small, large]) {
  const head = ['µs, best median (p99)', small, large, 'ratio', 'at most', 'within'].join(' | ')
  const rows = Object.entries(results).filter(([, bySize]) => bySize[small]).map(([name, bySize]) => {
    const { [small]: before, [large]: after } = bySize
    const judged = verdict(before && after && after.median / before.median, growthBudget)
    return [operations[name].title, cell(before), cell(after), judged].join(' | ')
  })
  return table([head, head.replace(/[^|]+/g, '---'), ...rows])
}
