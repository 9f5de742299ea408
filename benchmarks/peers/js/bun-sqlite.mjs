import { Database } from 'bun:sqlite'

export const version = `Bun ${Bun.version}`
export const open = file => new Database(file)
export const sqliteVersion = database => database.prepare('SELECT sqlite_version() AS v').get().v

export async function drizzle(database, options) {
  const { drizzle } = await import('drizzle-orm/bun-sqlite')
  return drizzle(database, options)
}
