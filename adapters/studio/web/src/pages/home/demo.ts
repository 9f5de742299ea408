import type { NewTicket, TicketStatus } from 'cairn-client';
import { cairn } from '../../cairn.ts';

type Demo = NewTicket & { title: string; steps?: string[]; status?: TicketStatus; after?: number[]; comment?: string };

export const DEMO_KEY = 'DEMO';

/** A project as it looks after a while. `after` names what has to be done before, by place in this list. */
const TICKETS: Demo[] = [
  { title: 'Draw the map of the harbour', type: 'task', status: 'completed', steps: ['Measure the quay', 'Ink it'], comment: 'The old map was **off by a pier**.' },
  { title: 'Choose a lamp', type: 'task', status: 'completed', labels: ['light'], overview: 'LED or *acetylene*? See the table.\n\n| lamp | range |\n|---|---|\n| LED | 12 nm |\n| acetylene | 9 nm |' },
  { title: 'Build the tower', type: 'feature', priority: 'high', status: 'in_progress', after: [0], steps: ['Foundation', 'Stones', 'Gallery'], labels: ['tower'] },
  { title: 'Mount the lamp', type: 'task', priority: 'high', after: [1, 2], labels: ['light', 'tower'], acceptanceCriteria: ['It can be seen from 12 miles'] },
  { title: 'The fog horn sounds in clear weather', type: 'bug', priority: 'urgent', labels: ['horn'], overview: 'Since Tuesday. Neighbours have *opinions*.' },
  { title: 'Write the log by hand for one more week', type: 'task', priority: 'low' },
  { title: 'Let ships ask for the weather', type: 'feature', status: 'in_progress', labels: ['radio'], steps: ['Receive', 'Answer'] },
  { title: 'Paint the door', type: 'task', priority: 'low', after: [2] },
  { title: 'Train the second keeper', type: 'task', after: [3], steps: ['Trim', 'Wind', 'Log'] },
  { title: 'Open the light', type: 'feature', priority: 'high', after: [3, 4, 8], acceptanceCriteria: ['The mayor came', 'Nobody fell'] },
];

const STEPS: Partial<Record<TicketStatus, TicketStatus[]>> = { in_progress: ['in_progress'], completed: ['in_progress', 'completed'] };

/** Makes it as anybody could, by the API. @param onProgress told what part of it is done, 0 to 1 */
export async function makeDemo(onProgress: (part: number) => void): Promise<void> {
  await cairn.createProject({ body: { key: DEMO_KEY, name: 'A lighthouse' } });
  const path = { project: DEMO_KEY };
  const items = TICKETS.map(({ steps = [], status: _status, after: _after, comment: _comment, ...ticket }) => ({ ...ticket, tasks: steps.map((content) => ({ content })) }));
  await cairn.createTickets({ path, body: { items } });
  const keys = TICKETS.map((_, at) => `${DEMO_KEY}-${at + 1}`);
  for (const [at, { after = [], status, comment }] of TICKETS.entries()) {
    const ticket = keys[at]!;
    for (const before of after) {
      await cairn.putLink({ path: { ticket: keys[before]!, kind: 'blocks', other: ticket } });
    }
    for (const next of (status && STEPS[status]) ?? []) {
      await cairn.changeTicketStatus({ path: { ticket }, body: { status: next, finishTasks: true } });
    }
    if (comment) {
      await cairn.addComment({ path: { ticket }, body: { content: comment } });
    }
    onProgress((at + 1) / TICKETS.length);
  }
}
