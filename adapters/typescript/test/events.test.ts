import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import { type Cairn, createCairn, type Event } from 'cairn-client';
import { Server } from './server.ts';

suite('C5: events, in a program, against a real server', { concurrency: false }, () => {
  let server: Server;
  let cairn: Cairn;

  before(async () => {
    server = await Server.start();
    cairn = createCairn({ url: server.url, token: server.token });
    await cairn.createProject({ body: { key: 'CRN', name: 'Cairn' } });
  });

  after(() => server.stop());

  /** Follows until something has happened to a ticket with this key. */
  async function until(key: string, wanted: Parameters<Cairn['events']>[0]): Promise<Event[]> {
    const told: Event[] = [];
    const { id } = await cairn.getTicket({ path: { ticket: key } });
    for await (const event of cairn.events(wanted)) {
      assert.ok(event.type !== 'resync');
      told.push(event);
      if (event.id === id) {
        break;
      }
    }
    return told;
  }

  test('what happened is told in its order, of the types that are wanted', async () => {
    const path = { project: 'CRN' };
    const { key } = await cairn.createTicket({ path, body: { title: 'One' } });
    assert.deepEqual((await until(key, { project: 'CRN', after: 0 })).map(({ type }) => type), ['project.created', 'ticket.created']);
    assert.deepEqual((await until(key, { types: ['ticket.created'], after: 0 })).map(({ version }) => version), [0]);
  });

  test('nothing is missed and nothing comes twice when the server is killed and comes back', async () => {
    const path = { project: 'CRN' };
    const last = async () => (await cairn.pollEvents()).after;
    const from = await last();
    const told: number[] = [];
    const stop = new AbortController();
    const heard = new Map<number, () => void>();
    const follower = (async () => {
      for await (const event of cairn.events({ after: from, signal: stop.signal })) {
        assert.ok(event.type !== 'resync');
        told.push(event.seq);
        heard.get(event.seq)?.();
      }
    })();
    const hear = (seq: number) => new Promise<void>((resolve) => (told.includes(seq) ? resolve() : heard.set(seq, resolve)));
    await cairn.createTicket({ path, body: { title: 'Before' } });
    await hear(await last());
    await server.kill();
    await server.begin();
    await cairn.createTicket({ path, body: { title: 'After' } });
    const newest = await last();
    await hear(newest);
    stop.abort();
    await follower;
    assert.deepEqual(told, Array.from({ length: newest - from }, (_, n) => from + 1 + n));
  });

  test('a follower whose token is refused is told so', async () => {
    await assert.rejects(createCairn({ url: server.url, token: 'wrong' }).events().next(), { code: 'token_invalid' });
  });
});
