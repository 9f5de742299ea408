// What a server with Zod checks of a ticket, on the way in and on the way out.
import { z } from 'zod'

const id = z.number().int().positive()
const time = z.number().int().nonnegative()
const texts = z.array(z.string().max(5000)).max(100)

const ticketSchema = z.object({
  id,
  projectId: id,
  number: z.number().int().min(1),
  key: z.string().regex(/^[A-Z0-9]{2,10}-[0-9]{1,9}$/),
  type: z.enum(['TASK', 'BUG', 'FEATURE', 'IMPROVEMENT', 'STORY', 'EPIC']),
  title: z.string().min(1).max(200),
  overview: z.string().max(50_000),
  status: z.enum(['OPEN', 'IN_PROGRESS', 'REVIEW', 'BLOCKED', 'COMPLETED', 'CLOSED']),
  priority: z.number().int().min(0).max(3),
  assigneeId: id.nullable(),
  parentId: id.nullable(),
  labels: z.array(z.string().max(100)).max(50),
  acceptanceCriteria: texts,
  suggestedFileIds: texts,
  suggestedAgentIds: texts,
  suggestedPromptIds: texts,
  estimatedMinutes: z.number().int().min(0).max(1_000_000).nullable(),
  dueAt: time.nullable(),
  position: z.number().int().min(0),
  metadata: z.record(z.string(), z.unknown()),
  startedAt: time.nullable(),
  completedAt: time.nullable(),
  version: z.number().int().min(0),
  createdAt: time,
  updatedAt: time,
  archivedAt: time.nullable(),
  deletedAt: time.nullable(),
  deletionId: id.nullable(),
})
const taskSchema = z.object({
  id,
  ticketId: id,
  content: z.string().min(1).max(5000),
  description: z.string().max(50_000).nullable(),
  status: z.enum(['PENDING', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED']),
  orderIndex: z.number().int().min(0),
  estimatedMinutes: z.number().int().min(0).max(1_000_000).nullable(),
  assigneeId: id.nullable(),
  labels: z.array(z.string().max(100)).max(50),
  createdAt: time,
  updatedAt: time,
})
const treeSchema = ticketSchema.extend({ tasks: z.array(taskSchema) })
const amount = z.number().int().nonnegative()
const summariesSchema = z.array(ticketSchema
  .omit({
    number: true, overview: true, acceptanceCriteria: true, suggestedFileIds: true, suggestedAgentIds: true,
    suggestedPromptIds: true, metadata: true, deletionId: true,
  })
  .extend({ taskCount: amount, openTaskCount: amount, blockerCount: amount, claimed: amount.max(1) }))
const ticketsSchema = z.array(ticketSchema)

/** What somebody sends who wants a ticket. */
export const newTicket = ticketSchema
  .pick({ title: true, overview: true, labels: true, acceptanceCriteria: true, estimatedMinutes: true, metadata: true })
  .partial().required({ title: true })
export const ticket = value => ticketSchema.parse(value)
export const summaries = values => summariesSchema.parse(values)
export const tickets = values => ticketsSchema.parse(values)
export const tree = value => treeSchema.optional().parse(value)
