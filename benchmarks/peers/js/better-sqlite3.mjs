import Database from 'better-sqlite3'

export const version = `Node ${process.version}`
export const open = file => new Database(file)
export const sqliteVersion = database => database.prepare('SELECT sqlite_version() AS v').get().v

export async function drizzle(database, options) {
  const { drizzle } = await import('drizzle-orm/better-sqlite3')
  return drizzle(database, options)
}
