import type { Cairn, Claim, ClaimBody, TicketBody } from '../../../typescript/src/index.ts';

/** What stands in the tests of queues: agents at work, work that waits, and work that failed. */
export type Fleet = { queue: string; held: ClaimBody; late: ClaimBody };

/**
 * In the project SHIP a queue `build` with two agents at work, of whom one tried before; eight that wait, of which one is blocked and one comes
 * later; and two dead letters. And a queue `review` that is paused.
 */
export async function fleetOf(cairn: Cairn): Promise<Fleet> {
  const path = { project: 'SHIP' };
  await cairn.createProject({ body: { key: 'SHIP', name: 'Harbour' } });
  const titles = ['Weld the keel', 'Rig the mast', 'Paint the hull', 'Sew the sails', 'Cast the anchor', 'Caulk the deck', 'Hang the rudder', 'Fit the pumps', 'Wire the lamps', 'Test the bilge', 'Stow the ropes', 'Ring the bell'];
  const { items: tickets } = await cairn.createTickets({ path, body: { items: titles.map((title, at) => ({ title, ...(at === 4 && { priority: 'high' as const }) })) } });
  const [keel, mast] = tickets as [TicketBody, TicketBody, ...TicketBody[]];
  await cairn.putLink({ path: { ticket: keel.key, kind: 'blocks', other: mast.key } });
  const queue = await cairn.createQueue({ path, body: { name: 'build', description: 'What the yard builds', maxParallel: 3, maxAttempts: 2 } });
  const review = await cairn.createQueue({ path, body: { name: 'review', maxParallel: 1 } });
  await cairn.pauseQueue({ path: { queue: review.id } });
  await cairn.updateQueue({ path: { queue: queue.id }, body: { maxAttempts: 1 } });
  for (const [at, { id, key }] of tickets.slice(10).entries()) {
    await cairn.enqueueItems({ path: { queue: queue.id }, body: { ticketId: id } });
    const claim = await claimed(cairn, queue.id, `worker-${at + 1}`);
    await cairn.failClaim({ path: { claim: claim.id }, body: { fencingToken: claim.fencingToken, error: `The rope of ${key} broke\n  at winch.turn (winch.ts:12)`, note: 'The **winch** turns too fast.' } });
  }
  await cairn.updateQueue({ path: { queue: queue.id }, body: { maxAttempts: 2 } });
  const { items } = await cairn.enqueueItems({ path: { queue: queue.id }, body: { items: tickets.slice(0, 10).map(({ id }) => ({ ticketId: id })) } });
  await cairn.updateQueueItem({ path: { item: items.find(({ ticketId }) => ticketId === tickets[8]!.id)!.id }, body: { runAt: new Date(Date.now() + 3_600_000).toISOString() } });
  const first = await claimed(cairn, queue.id, 'worker-1');
  await given(cairn, first, 'The steel is not here yet, so **nothing** is welded.');
  const held = await claimed(cairn, queue.id, 'worker-1');
  await cairn.heartbeatClaim({ path: { claim: held.id }, body: { fencingToken: held.fencingToken, progress: { percent: 40, text: 'Welding the second seam' } } });
  const late = await claimed(cairn, queue.id, 'worker-2');
  for (const at of [1, 2, 3]) {
    const done = await cairn.createTicket({ path, body: { title: `Sweep the dock ${at}`, priority: 'urgent' } });
    await cairn.enqueueItems({ path: { queue: queue.id }, body: { ticketId: done.id } });
    const claim = await claimed(cairn, queue.id, 'worker-3');
    await cairn.completeClaim({ path: { claim: claim.id }, body: { fencingToken: claim.fencingToken, note: 'Swept.' } });
  }
  return { queue: queue.id, held, late };
}

async function claimed(cairn: Cairn, queue: string, agent: string): Promise<ClaimBody> {
  const answer = await cairn.claimFromQueue({ path: { queue }, body: { agent } });
  if (!('fencingToken' in answer)) {
    throw new Error(`${agent} was handed nothing`);
  }
  return answer;
}

const given = (cairn: Cairn, { id, fencingToken }: ClaimBody, note: string): Promise<Claim> =>
  cairn.releaseClaim({ path: { claim: id }, body: { fencingToken, note } });
