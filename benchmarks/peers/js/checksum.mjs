// Folds answers into 32 bits, in the same way as Checksum.java and peer.c do.

const NULL = 0x6e756c6c

export class Checksum {
  sum = 0

  fold(value) {
    this.sum = (Math.imul(this.sum, 31) + value) | 0
    return this
  }

  number(value) {
    if (value === null) return this.fold(NULL)
    return this.fold(value | 0).fold(Math.floor(value / 2 ** 32) | 0)
  }

  text(value) {
    if (value === null) return this.fold(NULL)
    this.fold(value.length)
    for (let i = 0; i < value.length; i++) this.fold(value.charCodeAt(i))
    return this
  }

  texts(values) {
    this.fold(values.length)
    for (const value of values) this.text(value)
    return this
  }

  ticket(t) {
    return this.number(t.id).number(t.projectId).number(t.number).text(t.key).text(t.type).text(t.title)
      .text(t.overview).text(t.status).number(t.priority).number(t.assigneeId).number(t.parentId)
      .texts(t.labels).texts(t.acceptanceCriteria)
      .texts(t.suggestedFileIds).texts(t.suggestedAgentIds).texts(t.suggestedPromptIds)
      .number(t.estimatedMinutes).number(t.dueAt).number(t.position).text(JSON.stringify(t.metadata))
      .number(t.startedAt).number(t.completedAt).number(t.version).number(t.createdAt)
      .number(t.updatedAt).number(t.archivedAt).number(t.deletedAt).number(t.deletionId)
  }

  listed(t) {
    return this.number(t.id).text(t.key).text(t.title).text(t.status).number(t.priority).texts(t.labels)
      .number(t.updatedAt).number(t.version)
  }

  counted(t) {
    return this.listed(t).number(t.taskCount).number(t.openTaskCount).number(t.blockerCount).number(t.claimed)
  }

  task(k) {
    return this.number(k.id).number(k.ticketId).text(k.content).text(k.description).text(k.status)
      .number(k.orderIndex).number(k.estimatedMinutes).number(k.assigneeId).texts(k.labels)
      .number(k.createdAt).number(k.updatedAt)
  }

  item(i) {
    return this.number(i.id).number(i.ticketId).text(i.status).number(i.fencingToken).number(i.claimId)
      .number(i.leaseUntil)
  }

  busy(p) {
    return this.number(p.id).text(p.key).text(p.name).number(p.tickets).number(p.lastActivityAt)
  }

  hit(h) {
    return this.number(h.id).number(h.projectId).text(h.key).text(h.title).text(h.snippet)
  }
}
