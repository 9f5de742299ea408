// One "server" of Drizzle on node-postgres: a pool of 20 and so many clients, on a database that Cairn has made and filled.
// It does durably what Cairn does: a ticket with its number and an entry of the log in one transaction; a claim with its row, the
// ticket's status and entries, and a completion with the same, in two. READ COMMITTED with SKIP LOCKED, as its users write it.
// Arguments: URL, seconds, clients, number of this server, of how many. Prints: creations claims.
import { and, asc, desc, eq, inArray, lte, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { bigint, integer, json, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import pg from "pg";

const [url, seconds, clients, place, servers] = process.argv.slice(2).map((value, i) => (i === 0 ? value : Number(value)));
const PROJECTS = 16;
const WARMUP_SECONDS = 3;
const LEASE_SECONDS = 900;

const long = (name) => bigint(name, { mode: "bigint" });
const at = (name) => timestamp(name, { withTimezone: true, mode: "date" });
const projects = pgTable("projects", { id: long("id"), key: text("key"), nextTicketNumber: integer("next_ticket_number") });
const queues = pgTable("queues", { id: long("id"), projectId: long("project_id") });
const users = pgTable("users", { id: long("id"), name: text("name") });
const tickets = pgTable("tickets", {
  id: long("id"), projectId: long("project_id"), number: integer("number"), key: text("key"), type: text("type"), title: text("title"),
  overview: text("overview"), status: text("status"), priority: integer("priority"), labels: json("labels"), acceptanceCriteria: json("acceptance_criteria"),
  suggestedFileIds: json("suggested_file_ids"), suggestedAgentIds: json("suggested_agent_ids"), suggestedPromptIds: json("suggested_prompt_ids"),
  position: long("position"), metadata: json("metadata"), startedAt: at("started_at"), completedAt: at("completed_at"), version: long("version"),
  createdAt: at("created_at"), updatedAt: at("updated_at"),
});
const activity = pgTable("activity", {
  seq: long("seq"), type: text("type"), actorId: long("actor_id"), actorName: text("actor_name"), projectId: long("project_id"),
  subjectType: text("subject_type"), subjectId: long("subject_id"), version: long("version"), data: json("data"), at: at("at"),
});
const items = pgTable("queue_items", {
  id: long("id"), queueId: long("queue_id"), ticketId: long("ticket_id"), status: text("status"), priority: integer("priority"), position: long("position"),
  enqueuedAt: at("enqueued_at"), runAt: at("run_at"), attempts: integer("attempts"), fencingToken: long("fencing_token"), claimId: long("claim_id"),
  leaseUntil: at("lease_until"), finishedAt: at("finished_at"),
});
const claims = pgTable("queue_claims", {
  id: long("id"), itemId: long("item_id"), fencingToken: long("fencing_token"), userId: long("user_id"), label: text("label"), leaseSeconds: integer("lease_seconds"),
  claimedAt: at("claimed_at"), heartbeatAt: at("heartbeat_at"), endedAt: at("ended_at"), outcome: text("outcome"),
});

const pool = new pg.Pool({ connectionString: url, max: 20 });
const db = drizzle(pool);
let ids = (BigInt(Date.now()) << 22n) | (BigInt(place) << 18n);
const newId = () => ++ids;
const [user] = await db.select().from(users).limit(1);
const places = await db.select({ id: queues.id, projectId: queues.projectId, key: projects.key }).from(queues)
  .innerJoin(projects, eq(projects.id, queues.projectId)).orderBy(asc(queues.id));

function entries(tx, now, project, subjects) {
  return tx.insert(activity).values(subjects.map(([type, subjectType, subjectId], i) => ({
    seq: sql`(pg_current_xact_id()::text::bigint << 12) | ${i}`, type, actorId: user.id, actorName: user.name, projectId: project, subjectType, subjectId,
    version: 1n, data: {}, at: now,
  })));
}

async function create({ projectId, key }) {
  await db.transaction(async (tx) => {
    const now = new Date();
    const [{ number }] = await tx.update(projects).set({ nextTicketNumber: sql`next_ticket_number + 1` }).where(eq(projects.id, projectId))
      .returning({ number: sql`next_ticket_number - 1`.mapWith(Number) });
    const [ticket] = await tx.insert(tickets).values({
      id: newId(), projectId, number, key: `${key}-${number}`, type: "TASK", title: "A ticket like many others", overview: "", status: "OPEN", priority: 2, labels: [],
      acceptanceCriteria: [], suggestedFileIds: [], suggestedAgentIds: [], suggestedPromptIds: [], position: 0n, metadata: {}, version: 1n, createdAt: now, updatedAt: now,
    }).returning();
    await entries(tx, now, projectId, [["ticket.created", "ticket", ticket.id]]);
  });
}

async function work({ id: queue, projectId }) {
  const claim = newId();
  const taken = await db.transaction(async (tx) => {
    const now = new Date();
    const next = tx.select({ id: items.id }).from(items)
      .where(and(eq(items.queueId, queue), eq(items.status, "READY"), lte(items.runAt, now)))
      .orderBy(desc(items.priority), asc(items.position), asc(items.enqueuedAt), asc(items.id)).limit(1).for("update", { skipLocked: true });
    const [item] = await tx.update(items)
      .set({ status: "CLAIMED", claimId: claim, leaseUntil: new Date(now.getTime() + 1000 * LEASE_SECONDS), fencingToken: sql`fencing_token + 1`, attempts: sql`attempts + 1` })
      .where(inArray(items.id, next)).returning();
    if (!item) throw new Error("The queue is empty");
    await tx.insert(claims).values({ id: claim, itemId: item.id, fencingToken: item.fencingToken, userId: user.id, label: "agent", leaseSeconds: LEASE_SECONDS, claimedAt: now, heartbeatAt: now });
    const [ticket] = await tx.update(tickets).set({ status: "IN_PROGRESS", startedAt: now, updatedAt: now, version: sql`version + 1` }).where(eq(tickets.id, item.ticketId)).returning();
    await entries(tx, now, projectId, [["queue_item.status_changed", "queue_item", item.id], ["ticket.status_changed", "ticket", ticket.id]]);
    return item;
  });
  await db.transaction(async (tx) => {
    const now = new Date();
    const ended = await tx.update(claims).set({ endedAt: now, outcome: "COMPLETED" })
      .where(and(eq(claims.id, claim), eq(claims.fencingToken, taken.fencingToken), sql`ended_at IS NULL`)).returning();
    if (ended.length !== 1) throw new Error("The claim was lost");
    await tx.update(items).set({ status: "COMPLETED", finishedAt: now, leaseUntil: null }).where(eq(items.id, taken.id)).returning();
    await tx.update(tickets).set({ status: "COMPLETED", completedAt: now, updatedAt: now, version: sql`version + 1` }).where(eq(tickets.id, taken.ticketId)).returning();
    await entries(tx, now, projectId, [["queue_item.status_changed", "queue_item", taken.id], ["ticket.status_changed", "ticket", taken.ticketId]]);
  });
}

async function perSecond(length, operation) {
  const end = performance.now() + 1000 * length;
  let done = 0;
  const client = async (number) => {
    for (let round = number; performance.now() < end; round++) {
      await operation(places[round % PROJECTS]);
      done++;
    }
  };
  const mine = [];
  for (let i = place; i < clients; i += servers) mine.push(client(i));
  await Promise.all(mine);
  return done / length;
}

await perSecond(WARMUP_SECONDS, create);
const creations = await perSecond(seconds, create);
await perSecond(WARMUP_SECONDS, work);
const worked = await perSecond(seconds, work);
console.log(creations.toFixed(1), worked.toFixed(1));
await pool.end();
