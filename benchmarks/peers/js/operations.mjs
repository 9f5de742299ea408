// The operations of the peers in JavaScript. A peer brings the functions that are timed; everything else is here.
// An operation: input(i) makes what the i-th run takes, run is timed, fold adds the answer to the checksum, after undoes
// what must not pile up.

export function operations(peer, plan) {
  const words = name => plan[name].split(' ')
  const numbers = name => words(name).map(Number)
  const cycled = values => i => values[i % values.length]
  const now = Number(plan.now)
  const nextId = Number(plan.next_id)
  const states = new Map()
  let inserted = 0

  const newTicket = () => {
    const i = ++inserted
    return {
      id: nextId + i, projectId: Number(plan.insert_project), number: i, key: `${plan.insert_key}-${i}`, type: 'TASK',
      title: `Inserted ticket ${i}`, overview: 'Written by one of the peers, which all write the same.',
      status: 'OPEN', priority: 1, assigneeId: null, parentId: null, labels: ['peers', 'insert'],
      acceptanceCriteria: ['It is stored'], suggestedFileIds: [], suggestedAgentIds: [], suggestedPromptIds: [],
      estimatedMinutes: 30, dueAt: null, position: Number(plan.position_last), metadata: { source: 'peers', n: i },
      startedAt: null, completedAt: null, version: 0, createdAt: now + i, updatedAt: now + i, archivedAt: null,
      deletedAt: null, deletionId: null,
    }
  }
  const insertMany = rows => ({
    input: () => Array.from({ length: rows }, newTicket),
    run: peer.insertMany,
    fold: (sum, count) => sum.number(count),
  })
  const each = (sum, rows, method) => rows.forEach(row => sum[method](row))
  const projects = cycled(numbers('projects'))
  const statusTickets = cycled(numbers('status_tickets'))
  const queues = cycled(numbers('queues'))
  const searched = cycled(words('words'))

  return {
    'ticket-by-id': { input: cycled(numbers('tickets')), run: peer.ticketById, fold: (sum, t) => sum.ticket(t) },
    'insert-one': { input: newTicket, run: peer.insertOne, fold: (sum, t) => sum.ticket(t) },
    'insert-100': insertMany(100),
    'insert-1000': insertMany(1000),
    'read-1000': {
      input: () => Number(plan.big_project), run: peer.readThousand, fold: (sum, rows) => each(sum, rows, 'ticket'),
    },
    'newest-50': { input: projects, run: peer.newest, fold: (sum, rows) => each(sum, rows, 'listed') },
    'newest-50-counts': {
      input: projects, run: peer.newestWithCounts, fold: (sum, rows) => each(sum, rows, 'counted'),
    },
    'page-50-tasks': { input: projects, run: peer.pageWithTasks, fold: foldTrees },
    'page-50-tasks-join': peer.pageWithTasksByJoin
      && { input: projects, run: peer.pageWithTasksByJoin, fold: foldTrees },
    'busiest-10': { input: i => i, run: peer.busiest, fold: (sum, rows) => each(sum, rows, 'busy') },
    'change-status': {
      input: i => {
        const id = statusTickets(i)
        const { status, startedAt, updatedAt, version } = states.get(id) ?? peer.ticketById(id)
        return {
          id, version, status: status === 'OPEN' ? 'IN_PROGRESS' : 'OPEN', startedAt: startedAt ?? now + i,
          completedAt: null, updatedAt: Math.max(updatedAt + 1, now + i),
        }
      },
      run: state => {
        state.version = peer.changeStatus(state)
        return state
      },
      fold: (sum, state) => sum.number(state.version),
      after: state => states.set(state.id, state),
    },
    'claim-next': {
      input: i => ({ queue: queues(i), claim: nextId + i, now: now + i, leaseUntil: now + i + 60_000 }),
      run: peer.claimNext,
      fold: (sum, item) => sum.item(item),
      after: item => peer.putBack(item.id),
    },
    'search-20': {
      input: i => plan.match.replace('%s', searched(i)), run: peer.search, fold: (sum, rows) => each(sum, rows, 'hit'),
    },
  }
}

function foldTrees(sum, trees) {
  for (const tree of trees) {
    sum.ticket(tree)
    for (const task of tree.tasks) sum.task(task)
  }
}
