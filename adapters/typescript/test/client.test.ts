import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, suite, test } from 'node:test';
import { type Cairn, CairnProblem, createCairn, every } from 'cairn-client';
import { saw } from '../dist/position.js';
import { zListBodyOfListedTicket, zProject, zTicketBody } from 'cairn-client/zod';
import { Server } from './server.ts';

/** What a call is refused with. */
async function refusal(call: Promise<unknown>): Promise<CairnProblem> {
  const problem = await call.then(() => assert.fail('It was not refused'), (error: unknown) => error);
  assert.ok(problem instanceof CairnProblem && problem instanceof Error, String(problem));
  return problem;
}

test('G8: a read names the last number that the client was told, where the server names any', async () => {
  const named: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    named.push(request.headers['log-position'] as string | undefined);
    const position = request.method === 'POST' ? { 'log-position': '4096' } : {};
    response.writeHead(200, { 'content-type': 'application/json', ...position }).end('{"items":[]}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cairn = createCairn({ url });
  saw(url, 3);
  await cairn.listProjects();
  await cairn.createProject({ body: { key: 'CRN', name: 'Cairn' } });
  saw(url, 4097);
  await cairn.listProjects();
  saw(url, 5);
  await cairn.listProjects();
  server.close();
  assert.deepEqual(named, [undefined, undefined, '4097', '4097']);
});

suite('C5: the client, against a real server', () => {
  let server: Server;
  let cairn: Cairn;

  before(async () => {
    server = await Server.start();
    cairn = createCairn({ url: server.url, token: server.token });
    zProject.parse(await cairn.createProject({ body: { key: 'CRN', name: 'Cairn' } }));
  });

  after(() => server.stop());

  test('a ticket goes from its creation over a claim to its end', async () => {
    const path = { project: 'CRN' };
    const ticket = await cairn.createTicket({ path, body: { title: 'Ship it', tasks: [{ content: 'Pack it' }] } });
    assert.equal(zTicketBody.parse(ticket).status, 'open');
    const claim = await cairn.claimReadyTicket({ path, body: { agent: 'test', leaseSeconds: 60 } });
    assert.ok('fencingToken' in claim);
    assert.equal(claim.ticket.key, ticket.key);
    const ended = await cairn.completeClaim({
      path: { claim: claim.id },
      body: { fencingToken: claim.fencingToken, note: 'Shipped', finishTasks: true },
    });
    assert.equal(ended.outcome, 'completed');
    assert.equal((await cairn.getTicket({ path: { ticket: ticket.key } })).status, 'completed');
    const nothing = await cairn.claimReadyTicket({ path });
    assert.ok(!('fencingToken' in nothing) && nothing.claim === null);
  });

  test('a refusal is thrown as a problem that points at what is wrong', async () => {
    const problem = await refusal(cairn.createTicket({ path: { project: 'CRN' }, body: { title: '', estimatedMinutes: -1 } }));
    assert.equal(problem.status, 400);
    assert.ok(problem.errors.some(({ pointer }) => pointer === '/title'), JSON.stringify(problem.errors));
    assert.match(problem.message, /title/);
    assert.ok(problem.stack?.includes('client.test.ts'), problem.stack);
  });

  test('a stale version is refused with a hint, and the answer as it came', async () => {
    const path = { ticket: (await cairn.createTicket({ path: { project: 'CRN' }, body: { title: 'Once' } })).key };
    const problem = await refusal(cairn.updateTicket({ path, headers: { 'If-Match': '"9"' }, body: { title: 'Twice' } }));
    assert.equal(problem.status, 412);
    assert.equal(problem.code, 'stale_version');
    assert.match(problem.hint ?? '', /[Rr]ead it again/);
    assert.equal((problem.cause as { version: number }).version, 0);
  });

  test('a wrong token is refused, and so is what does not exist', async () => {
    assert.equal((await refusal(createCairn({ url: server.url, token: 'wrong' }).listProjects())).code, 'token_invalid');
    assert.equal((await refusal(cairn.getTicket({ path: { ticket: 'CRN-999' } }))).code, 'not_found');
  });

  test('a list is read page after page, each item once', async () => {
    const { key } = await cairn.createProject({ body: { key: 'PAGES', name: 'Pages' } });
    const path = { project: key };
    const items = Array.from({ length: 25 }, (_, n) => ({ title: `Page ${n}` }));
    await cairn.createTickets({ path, body: { items } });
    const first = await cairn.listTickets({ path, query: { limit: 10 } });
    assert.equal(zListBodyOfListedTicket.parse(first).items.length, 10);
    const titles: string[] = [];
    for await (const { title } of every((cursor) => cairn.listTickets({ path, query: { limit: 10, cursor } }))) {
      titles.push(title);
    }
    assert.deepEqual(titles.toSorted(), items.map(({ title }) => title).toSorted());
  });

  test('several values of a filter are sent as the server takes them', async () => {
    const { items } = await cairn.listTickets({ path: { project: 'CRN' }, query: { status: ['completed', 'closed'] } });
    assert.ok(items.length > 0 && items.every(({ status }) => status === 'completed'));
  });

  test('an export is text, or a stream', async () => {
    const text = await cairn.exportProject({ path: { project: 'CRN' } });
    assert.ok(text.trim().split('\n').every((line) => typeof JSON.parse(line) === 'object'));
    const stream: unknown = await cairn.exportProject({ path: { project: 'CRN' }, parseAs: 'stream' });
    assert.ok(stream instanceof ReadableStream);
    await stream.cancel();
  });

  test('a call that is aborted fails as aborted calls do, with the reason that was given', async () => {
    await assert.rejects(cairn.listProjects({ signal: AbortSignal.abort() }), { name: 'AbortError' });
    await assert.rejects(cairn.listProjects({ signal: AbortSignal.abort(new RangeError('Enough')) }), { message: 'Enough' });
  });

  test('a token is shown where none is needed, too', async () => {
    const register = cairn.register({ body: { username: 'ada', password: 'correct horse battery' } });
    assert.notEqual((await refusal(register)).code, 'local_owner_required');
  });
});

suite('C5: what is not Cairn', () => {
  test('nobody there is a problem, too', async () => {
    const problem = await refusal(createCairn({ url: 'http://127.0.0.1:1' }).listProjects());
    assert.equal(problem.code, 'unreachable');
    assert.equal(problem.status, 0);
    assert.ok(problem.cause instanceof TypeError);
  });

  test("a proxy's page is a problem that says when to come back", async () => {
    const proxy = createServer((_, answer) => answer.writeHead(503, { 'Retry-After': '7', 'Content-Type': 'text/html' }).end('<p>Later'));
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
    try {
      const problem = await refusal(createCairn({ url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/` }).listProjects());
      assert.equal(problem.code, 'unexpected_answer');
      assert.equal(problem.status, 503);
      assert.equal(problem.retryAfter, 7);
    } finally {
      proxy.close();
    }
  });
});
