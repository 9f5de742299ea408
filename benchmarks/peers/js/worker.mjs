// Answers `run <operation> <times>` on standard input with one line of JSON. Arguments: peer, database, plan, normal|full.
import { createInterface } from 'node:readline'
import { Checksum } from './checksum.mjs'
import { opened } from './opened.mjs'
import { operations } from './operations.mjs'

const { driver, database, plan, peer } = await opened(...process.argv.slice(2))
const known = operations(peer, plan)
const done = {}

function measure(operation, from, times) {
  const micros = new Float64Array(times)
  const sum = new Checksum()
  for (let i = 0; i < times; i++) {
    const value = operation.input(from + i)
    const begin = performance.now()
    const answer = operation.run(value)
    micros[i] = (performance.now() - begin) * 1000
    operation.fold(sum, answer)
    operation.after?.(answer)
  }
  micros.sort()
  return { n: times, median: micros[times >> 1], p99: micros[Math.floor((times - 1) * 0.99)], checksum: sum.sum }
}

console.log(JSON.stringify({ ready: driver.version, sqlite: driver.sqliteVersion(database) }))
for await (const line of createInterface({ input: process.stdin })) {
  const [, operation, times] = line.split(' ')
  const from = done[operation] ?? 0
  done[operation] = from + Number(times)
  const answer = known[operation] ? measure(known[operation], from, Number(times)) : { skipped: 'not available' }
  console.log(JSON.stringify(answer))
}
database.close()
