// SQL by hand on the driver, every statement prepared once and kept.
import { columns } from './statements.mjs'

export function peer(driver, database, plan) {
  const s = Object.fromEntries(Object.entries(plan)
    .filter(([name]) => name.startsWith('sql.'))
    .map(([name, text]) => [name.slice('sql.'.length), database.prepare(text)]))

  return {
    ticketById: id => ticket(s.ticket_by_id.get(id)),
    ticketWithTasks: id => {
      const row = s.ticket_by_id.get(id)
      return row && Object.assign(ticket(row), { tasks: s.tasks_of_ticket.all(id).map(task) })
    },
    /** With the project's next number, and an entry of the log. */
    createTicket: (t, actor) => {
      s.begin.run()
      try {
        const { key, number } = s.next_number.get(t.projectId)
        t.number = number
        t.key = `${key}-${number}`
        const made = ticket(s.insert_ticket.get(...cells(t)))
        s.insert_entry.run(actor.id, actor.name, t.projectId, t.id, JSON.stringify({ key: t.key }), t.createdAt)
        s.commit.run()
        return made
      } catch (e) {
        s.rollback.run()
        throw e
      }
    },
    insertOne: t => ticket(s.insert_ticket.get(...cells(t))),
    insertMany: rows => {
      s.begin.run()
      for (const row of rows) s.insert_ticket_silently.run(...cells(row))
      s.commit.run()
      return rows.length
    },
    readThousand: project => s.read_1000.all(project, 0).map(ticket),
    newest: project => s.newest_50.all(project).map(ticket),
    newestWithCounts: project => s.newest_50_counts.all(project).map(summary),
    pageWithTasks: project => {
      const trees = []
      for (const row of s.page_50_tasks.all(project)) {
        if (trees.length === 0 || trees.at(-1).id !== row.id) trees.push(Object.assign(ticket(row), { tasks: [] }))
        if (row.task_id !== null) trees.at(-1).tasks.push(task(row))
      }
      return trees
    },
    busiest: () => s.busiest_10.all().map(row => ({
      id: row.id, key: row.key, name: row.name, tickets: row.tickets, lastActivityAt: row.last_activity_at,
    })),
    changeStatus: t => s.change_status.get(t.status, t.startedAt, t.completedAt, t.updatedAt, t.id, t.version).version,
    claimNext: a => item(s.claim_next.get(a.claim, a.leaseUntil, a.queue, a.now, a.now, a.now, a.now)),
    putBack: id => s.put_back.run(id),
    search: text => s.search_20.all(text).map(row => ({
      id: row.id, projectId: row.project_id, key: row.key, title: row.title, snippet: row.snippet,
    })),
  }
}

const camel = name => name.replace(/_./g, part => part[1].toUpperCase())
const JSONS = new Set(['labels', 'acceptance_criteria', 'suggested_file_ids', 'suggested_agent_ids',
  'suggested_prompt_ids', 'metadata'])

/** Object literals, which both engines make fastest. */
const ticket = new Function('row', `return {${columns.ticket.map(c => reading(c, c))}}`)
const summary = new Function('row', `return {${columns.summary.map(c => reading(c, c))}}`)
const task = new Function('row', `return {${columns.task.map(c => reading(c, `task_${c}`))}}`)
const cells = new Function('t', `return [${columns.ticket.map(c =>
  JSONS.has(c) ? `JSON.stringify(t.${camel(c)})` : `t.${camel(c)}`)}]`)

function reading(column, from) {
  return `${camel(column)}: ${JSONS.has(column) ? `JSON.parse(row.${from})` : `row.${from}`}`
}

function item(row) {
  return {
    id: row.id, queueId: row.queue_id, ticketId: row.ticket_id, taskId: row.task_id, groupId: row.group_id,
    status: row.status, priority: row.priority, position: row.position, enqueuedAt: row.enqueued_at, runAt: row.run_at,
    attempts: row.attempts, stalls: row.stalls, fencingToken: row.fencing_token, claimId: row.claim_id,
    leaseUntil: row.lease_until, finishedAt: row.finished_at, result: row.result, lastError: row.last_error,
    note: row.note,
  }
}
