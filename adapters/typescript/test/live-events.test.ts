import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, suite, test } from 'node:test';
import { byEventSource } from '../src/live-events.ts';

/** A server that says what the test wants: what real ones say only when a database was restored, or a proxy speaks for them. */
suite('C6: the EventSource of a page', () => {
  const server: Server = createServer();
  let stop: () => void;
  const told: string[] = [];
  let heard: (() => void) | undefined;

  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const tell = (what: string) => {
      told.push(what);
      heard?.();
    };
    stop = byEventSource(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 10)({
      stale: () => tell('stale'),
      happened: ({ seq }) => tell(`${seq}`),
      lost: () => tell('lost'),
    });
  });

  after(() => {
    stop();
    server.close();
    server.closeAllConnections();
  });

  async function connection(): Promise<{ asked: string; answer: ServerResponse }> {
    const [request, answer] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
    return { asked: `${request.url} ${request.headers['last-event-id'] ?? ''}`, answer };
  }

  async function hears(...expected: string[]): Promise<void> {
    while (told.length < expected.length) {
      await new Promise<void>((resolve) => { heard = resolve; });
    }
    assert.deepEqual(told.splice(0), expected);
  }

  const event = (seq: number) => `id: ${seq}\nevent: ticket.updated\ndata: ${JSON.stringify({ seq, type: 'ticket.updated', id: 'A', version: 1 })}\n\n`;
  const hello = (epoch: string) => `retry: 10\n\nevent: hello\ndata: {"epoch":"${epoch}","newest":7}\n\n`;
  const events = { 'Content-Type': 'text/event-stream' };

  test('all is old at the beginning, when events are missing, when it comes back, and when the database is another', async () => {
    const first = await connection();
    assert.equal(first.asked, '/api/v1/events ');
    first.answer.writeHead(200, events).write(hello('one') + event(8) + event(8) + event(9));
    await hears('stale', '8', '9');
    first.answer.write('event: resync\ndata: {"reason":"too_slow","newest":20}\n\n' + event(21));
    await hears('stale', '21');
    first.answer.end();
    const second = await connection();
    assert.equal(second.asked, '/api/v1/events 21');
    second.answer.writeHead(200, events).write(hello('one') + event(21) + event(22));
    await hears('lost', 'stale', '22');
    second.answer.end();
    (await connection()).answer.writeHead(502, { 'Content-Type': 'text/html' }).end('<p>Later');
    const fourth = await connection();
    assert.equal(fourth.asked, '/api/v1/events?after=22 ');
    fourth.answer.writeHead(200, events).write(hello('two') + event(3));
    await hears('lost', 'lost', 'stale', '3');
  });
});
