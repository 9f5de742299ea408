// Cairn's tables as Drizzle knows them; JSON columns are decoded by Drizzle.
import { relations } from 'drizzle-orm'
import { integer, sqliteTable, sqliteView, text } from 'drizzle-orm/sqlite-core'

const json = name => text(name, { mode: 'json' }).notNull()

export const projects = sqliteTable('projects', {
  id: integer('id').primaryKey(),
  key: text('key').notNull(),
  name: text('name').notNull(),
  nextTicketNumber: integer('next_ticket_number').notNull(),
  deletedAt: integer('deleted_at'),
})

export const tickets = sqliteTable('tickets', {
  id: integer('id').primaryKey(),
  projectId: integer('project_id').notNull(),
  number: integer('number').notNull(),
  key: text('key').notNull(),
  type: text('type').notNull(),
  title: text('title').notNull(),
  overview: text('overview').notNull(),
  status: text('status').notNull(),
  priority: integer('priority').notNull(),
  assigneeId: integer('assignee_id'),
  parentId: integer('parent_id'),
  labels: json('labels'),
  acceptanceCriteria: json('acceptance_criteria'),
  suggestedFileIds: json('suggested_file_ids'),
  suggestedAgentIds: json('suggested_agent_ids'),
  suggestedPromptIds: json('suggested_prompt_ids'),
  estimatedMinutes: integer('estimated_minutes'),
  dueAt: integer('due_at'),
  position: integer('position').notNull(),
  metadata: json('metadata'),
  startedAt: integer('started_at'),
  completedAt: integer('completed_at'),
  version: integer('version').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  archivedAt: integer('archived_at'),
  deletedAt: integer('deleted_at'),
  deletionId: integer('deletion_id'),
})

/** Cairn's view, but for the long columns: what lists show. */
export const summaries = sqliteView('ticket_summaries', {
  id: integer('id').notNull(),
  projectId: integer('project_id').notNull(),
  key: text('key').notNull(),
  type: text('type').notNull(),
  title: text('title').notNull(),
  status: text('status').notNull(),
  priority: integer('priority').notNull(),
  assigneeId: integer('assignee_id'),
  parentId: integer('parent_id'),
  labels: json('labels'),
  estimatedMinutes: integer('estimated_minutes'),
  dueAt: integer('due_at'),
  position: integer('position').notNull(),
  startedAt: integer('started_at'),
  completedAt: integer('completed_at'),
  archivedAt: integer('archived_at'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  deletedAt: integer('deleted_at'),
  version: integer('version').notNull(),
  taskCount: integer('task_count').notNull(),
  openTaskCount: integer('open_task_count').notNull(),
  blockerCount: integer('blocker_count').notNull(),
  claimed: integer('claimed').notNull(),
}).existing()

export const tasks = sqliteTable('tasks', {
  id: integer('id').primaryKey(),
  ticketId: integer('ticket_id').notNull(),
  content: text('content').notNull(),
  description: text('description'),
  status: text('status').notNull(),
  orderIndex: integer('order_index').notNull(),
  estimatedMinutes: integer('estimated_minutes'),
  assigneeId: integer('assignee_id'),
  labels: json('labels'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  deletedAt: integer('deleted_at'),
  deletionId: integer('deletion_id'),
})

export const queueItems = sqliteTable('queue_items', {
  id: integer('id').primaryKey(),
  queueId: integer('queue_id').notNull(),
  ticketId: integer('ticket_id'),
  taskId: integer('task_id'),
  groupId: integer('group_id'),
  status: text('status').notNull(),
  priority: integer('priority').notNull(),
  position: integer('position').notNull(),
  enqueuedAt: integer('enqueued_at').notNull(),
  runAt: integer('run_at').notNull(),
  attempts: integer('attempts').notNull(),
  stalls: integer('stalls').notNull(),
  fencingToken: integer('fencing_token').notNull(),
  claimId: integer('claim_id'),
  leaseUntil: integer('lease_until'),
  finishedAt: integer('finished_at'),
  result: text('result'),
  lastError: text('last_error'),
  note: text('note'),
})

export const activity = sqliteTable('activity', {
  seq: integer('seq').primaryKey(),
  type: text('type').notNull(),
  actorId: integer('actor_id'),
  actorName: text('actor_name').notNull(),
  projectId: integer('project_id'),
  subjectType: text('subject_type').notNull(),
  subjectId: integer('subject_id').notNull(),
  version: integer('version'),
  data: json('data'),
  at: integer('at').notNull(),
})

export const searchIndex = sqliteTable('search_index', { rowid: integer('rowid') })

export const ticketsRelations = relations(tickets, ({ many }) => ({ tasks: many(tasks) }))
export const tasksRelations = relations(tasks, ({ one }) => ({
  ticket: one(tickets, { fields: [tasks.ticketId], references: [tickets.id] }),
}))
