// A peer on its database, as a worker and a server have it.
import { readFileSync } from 'node:fs'

export function readPlan(file) {
  return Object.fromEntries(readFileSync(file, 'utf8').trim().split('\n').map(line => {
    const space = line.indexOf(' ')
    return [line.slice(0, space), line.slice(space + 1)]
  }))
}

/** The name is a module and maybe a variant of it: raw, drizzle, drizzle+zod. */
export async function opened(name, file, planFile, sync) {
  const plan = readPlan(planFile)
  const driver = await import(typeof Bun === 'undefined' ? './better-sqlite3.mjs' : './bun-sqlite.mjs')
  const database = driver.open(file)
  for (const pragma of plan.pragmas.split(';')) database.exec(`PRAGMA ${pragma}`)
  database.exec(`PRAGMA synchronous = ${sync}`)
  const [kind, variant] = name.split('+')
  const { peer } = await import(`./${kind}.mjs`)
  return { driver, database, plan, variant, peer: await peer(driver, database, plan, variant) }
}
