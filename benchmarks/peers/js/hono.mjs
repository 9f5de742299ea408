// A server of Hono before a peer, on Bun or on Node. Arguments: raw|drizzle|drizzle+zod, database, plan, normal|full.
import { Hono } from 'hono'
import { opened } from './opened.mjs'

const PAGE = 50
const { database, plan, variant, peer } = await opened(...process.argv.slice(2))
const zod = variant === 'zod'
const newTicket = zod
  ? [(await import('@hono/zod-validator')).zValidator('json', (await import('./checks.mjs')).newTicket)]
  : []
const actor = database.prepare('SELECT id, name FROM users ORDER BY id LIMIT 1').get()
let nextId = Number(plan.next_id)

const app = new Hono().basePath('/api/v1')

app.get('/tickets/:id', c => {
  const found = peer.ticketWithTasks(Number(c.req.param('id')))
  return found ? c.json(found) : c.json({ code: 'not_found' }, 404)
})
app.get('/projects/:project/tickets', c => {
  const items = peer.newestWithCounts(Number(c.req.param('project')))
  return c.json({ items, nextCursor: items.length < PAGE ? null : cursor(items.at(-1)) })
})
app.get('/search', c => {
  const word = c.req.query('q').replaceAll('"', '""')
  return c.json({ items: peer.search(plan.match.replace('%s', word)).map(hit), nextCursor: null })
})
app.post('/projects/:project/tickets', ...newTicket, async c => {
  const given = zod ? c.req.valid('json') : await c.req.json()
  return c.json({ ...peer.createTicket(row(Number(c.req.param('project')), given), actor), tasks: [] }, 201)
})

const cursor = last => Buffer.from(`${last.createdAt} ${last.id}`).toString('base64url')
const hit = ({ id, projectId, key, title, snippet }) =>
  ({ kind: 'ticket', id, projectId, ticketId: id, ticketKey: key, conversationId: null, title, snippet })

function row(projectId, given) {
  const now = Date.now()
  return {
    id: ++nextId, projectId, type: 'TASK', title: given.title, overview: given.overview ?? '', status: 'OPEN',
    priority: 1, assigneeId: null, parentId: null, labels: given.labels ?? [],
    acceptanceCriteria: given.acceptanceCriteria ?? [], suggestedFileIds: [], suggestedAgentIds: [],
    suggestedPromptIds: [], estimatedMinutes: given.estimatedMinutes ?? null, dueAt: null,
    position: Number(plan.position_last), metadata: given.metadata ?? {}, startedAt: null, completedAt: null, version: 0,
    createdAt: now, updatedAt: now, archivedAt: null, deletedAt: null, deletionId: null,
  }
}

const listening = port => console.log(`listening on http://127.0.0.1:${port}`)
if (typeof Bun === 'undefined') {
  const { serve } = await import('@hono/node-server')
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => listening(port))
} else {
  listening(Bun.serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }).port)
}
