// Drizzle as its manual shows it: queries are built for each call. With the variant `zod` inputs and answers are checked.
import { and, asc, count, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm'
import * as schema from './schema.mjs'
import { nextItem } from './statements.mjs'

const { activity, projects, queueItems, searchIndex, summaries, tasks, tickets } = schema
const nextItemParts = nextItem.split('?')

export async function peer(driver, database, plan, variant) {
  const db = await driver.drizzle(database, { schema })
  const check = variant === 'zod' ? await import('./checks.mjs') : { ticket: t => t, tickets: t => t, summaries: t => t, tree: t => t }
  const live = project => and(eq(tickets.projectId, project), isNull(tickets.deletedAt), isNull(tickets.archivedAt))
  const liveTasks = { where: isNull(tasks.deletedAt), orderBy: [asc(tasks.orderIndex), asc(tasks.id)] }
  const newestFirst = [desc(tickets.createdAt), desc(tickets.id)]

  return {
    ticketById: id => check.ticket(
      db.select().from(tickets).where(and(eq(tickets.id, id), isNull(tickets.deletedAt))).get()),
    ticketWithTasks: id => check.tree(db.query.tickets.findFirst({
      where: and(eq(tickets.id, id), isNull(tickets.deletedAt)), with: { tasks: liveTasks },
    }).sync()),
    /** With the project's next number, and an entry of the log. */
    createTicket: (t, actor) => db.transaction(tx => {
      const { key, next } = tx.update(projects).set({ nextTicketNumber: sql`${projects.nextTicketNumber} + 1` })
        .where(eq(projects.id, t.projectId)).returning({ key: projects.key, next: projects.nextTicketNumber }).get()
      const made = tx.insert(tickets).values({ ...t, number: next - 1, key: `${key}-${next - 1}` }).returning().get()
      tx.insert(activity).values({
        type: 'ticket.created', actorId: actor.id, actorName: actor.name, projectId: made.projectId,
        subjectType: 'ticket', subjectId: made.id, version: made.version, data: { key: made.key }, at: made.createdAt,
      }).run()
      return check.ticket(made)
    }, { behavior: 'immediate' }),
    insertOne: t => check.ticket(db.insert(tickets).values(check.ticket(t)).returning().get()),
    insertMany: rows => db.transaction(tx => {
      tx.insert(tickets).values(check.tickets(rows)).run()
      return rows.length
    }, { behavior: 'immediate' }),
    readThousand: project => check.tickets(
      db.select().from(tickets)
        .where(and(eq(tickets.projectId, project), gt(tickets.number, 0), isNull(tickets.deletedAt)))
        .orderBy(asc(tickets.number)).limit(1000).all()),
    newest: project => check.tickets(
      db.select().from(tickets).where(live(project)).orderBy(...newestFirst).limit(50).all()),
    newestWithCounts: project => check.summaries(
      db.select().from(summaries)
        .where(and(eq(summaries.projectId, project), isNull(summaries.deletedAt), isNull(summaries.archivedAt)))
        .orderBy(desc(summaries.createdAt), desc(summaries.id)).limit(50).all()),
    pageWithTasks: project => db.query.tickets.findMany({
      where: live(project), orderBy: newestFirst, limit: 50,
      with: { tasks: liveTasks },
    }).sync(),
    pageWithTasksByJoin: project => {
      const page = db.select().from(tickets).where(live(project)).orderBy(...newestFirst).limit(50).as('page')
      const rows = db.select().from(page)
        .leftJoin(tasks, and(eq(tasks.ticketId, page.id), isNull(tasks.deletedAt)))
        .orderBy(desc(page.createdAt), desc(page.id), asc(tasks.orderIndex), asc(tasks.id)).all()
      const trees = []
      for (const { page: ticket, tasks: task } of rows) {
        if (trees.length === 0 || trees.at(-1).id !== ticket.id) trees.push(Object.assign(ticket, { tasks: [] }))
        if (task !== null) trees.at(-1).tasks.push(task)
      }
      return trees
    },
    busiest: () => {
      const lastActivityAt = sql`(${db.select({ at: activity.at }).from(activity)
        .where(eq(activity.projectId, projects.id)).orderBy(desc(activity.seq)).limit(1)})`
      return db.select({ id: projects.id, key: projects.key, name: projects.name, tickets: count(), lastActivityAt })
        .from(tickets).innerJoin(projects, eq(projects.id, tickets.projectId))
        .where(and(isNull(tickets.deletedAt), isNull(projects.deletedAt)))
        .groupBy(tickets.projectId).orderBy(desc(count()), asc(projects.id)).limit(10).all()
    },
    changeStatus: t => db.update(tickets)
      .set({
        status: t.status, startedAt: t.startedAt, completedAt: t.completedAt, updatedAt: t.updatedAt,
        version: sql`${tickets.version} + 1`,
      })
      .where(and(eq(tickets.id, t.id), eq(tickets.version, t.version)))
      .returning({ version: tickets.version }).get().version,
    claimNext: a => db.update(queueItems)
      .set({
        stalls: sql`CASE WHEN ${queueItems.status} = 'CLAIMED' THEN ${queueItems.stalls} + 1 ELSE ${queueItems.stalls} END`,
        status: 'CLAIMED', fencingToken: sql`${queueItems.fencingToken} + 1`, claimId: a.claim, leaseUntil: a.leaseUntil,
      })
      .where(and(
        eq(queueItems.id, sql`(${sql(nextItemParts, a.queue, a.now, a.now, a.now)})`),
        or(eq(queueItems.status, 'READY'), and(eq(queueItems.status, 'CLAIMED'), lte(queueItems.leaseUntil, a.now)))))
      .returning().get(),
    putBack: id => db.update(queueItems).set({ status: 'READY', leaseUntil: null }).where(eq(queueItems.id, id)).run(),
    search: text => db.select({
      id: tickets.id, projectId: tickets.projectId, key: tickets.key, title: tickets.title,
      snippet: sql`snippet(${searchIndex}, 1, '<mark>', '</mark>', '…', 24)`,
    })
      .from(searchIndex)
      .innerJoin(tickets, eq(tickets.id, searchIndex.rowid))
      .innerJoin(projects, eq(projects.id, tickets.projectId))
      .where(and(sql`${searchIndex} MATCH ${text}`, isNull(tickets.deletedAt), isNull(projects.deletedAt)))
      .orderBy(desc(searchIndex.rowid)).limit(20).all(),
  }
}
