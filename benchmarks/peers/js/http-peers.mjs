// Who takes part over HTTP, what is asked for, and what is wanted of Cairn.
import { join } from 'node:path'

const bin = name => join(import.meta.dirname, '..', 'node_modules', '.bin', name)
const hono = (engine, kind) => ({ plan, sync }, home) =>
  [bin(engine), join(import.meta.dirname, 'hono.mjs'), kind, join(home, 'cairn.db'), plan, sync]
const cairn = distribution => (env, home) =>
  [join(env[distribution], 'bin', 'cairn'), 'serve', '--port', '0', '--data-dir', home]

/** In the order of the table; `home` is the folder with the database of its own. */
export const peers = [
  { name: 'bun', title: 'Hono, Bun raw', command: hono('bun', 'raw') },
  { name: 'bun-drizzle-zod', title: 'Hono, Bun + Drizzle + Zod', command: hono('bun', 'drizzle+zod') },
  { name: 'node-drizzle', title: 'Hono, Node + Drizzle', command: hono('node', 'drizzle') },
  { name: 'cairn', title: 'Cairn', command: cairn('distribution'), ids: true },
  { name: 'before', title: 'Cairn before', command: cairn('before'), ids: true },
]

const ticket = JSON.stringify({
  title: 'Inserted ticket %d', overview: 'Written by one of the peers, which all write the same.', labels: ['peers', 'insert'],
  acceptanceCriteria: ['It is stored'], estimatedMinutes: 30, metadata: { source: 'peers' },
})

/**
 * lines: what is asked for in turn, of a plan and a function that writes ids. atLeast: requests per second as a ratio to a
 * peer, once the server is warm, by the number of connections where it matters.
 */
export const operations = {
  'get-one': {
    title: 'GET one ticket with its tasks', atLeast: { 'bun-drizzle-zod': 6, bun: 1 },
    lines: (plan, id) => plan.tickets.split(' ').map(ticket => `/api/v1/tickets/${id(ticket)}`),
  },
  'get-50': {
    title: 'GET 50 newest tickets of a project', atLeast: { 'bun-drizzle-zod': 2.5, bun: 1 },
    lines: (plan, id) => plan.projects.split(' ').map(project => `/api/v1/projects/${id(project)}/tickets?sort=-createdAt&limit=50`),
  },
  search: {
    title: 'full-text search, first 20', atLeast: { 'bun-drizzle-zod': 1.5 },
    lines: plan => plan.words.split(' ').map(word => `/api/v1/search?q=${word}&kind=ticket&limit=20`),
  },
  post: {
    title: 'POST a ticket', atLeast: { 'bun-drizzle-zod': { 16: 3, 64: 4 } }, writes: true,
    lines: (plan, id) => [`/api/v1/projects/${id(plan.insert_project)}/tickets ${ticket}`],
  },
}

/** Resident memory after the load, at most so many times that of Bun + Drizzle + Zod. */
export const memoryAtMost = 1.5

/** How much of what is wanted has to be there after so many seconds of load. */
export const warmth = seconds => seconds >= 20 ? 1 : seconds >= 4 ? 0.8 : 0
