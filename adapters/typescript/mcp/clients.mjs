// Real clients of the Model Context Protocol on a real server: each does one piece of work over both transports, in every era that it speaks.
// CAIRN is the program (bin/cairn of the distribution); whatever fails ends this with an error.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import * as newer from '@modelcontextprotocol/client'
import { StdioClientTransport as NewerStdio } from '@modelcontextprotocol/client/stdio'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { cairn, withServer } from './server.mjs'

async function work(name, client, transport) {
  await client.connect(transport)
  const call = async (tool, args) => {
    const result = await client.callTool({ name: tool, arguments: args })
    assert.ok(!result.isError, JSON.stringify(result.content))
    return result.structuredContent
  }
  assert.ok((await client.listTools()).tools.length <= 12)
  const { ticket } = await call('save_ticket', { title: 'By ' + name, acceptance_criteria: ['It is seen'], tasks: ['one'] })
  const claimed = await call('claim_next', { agent: name })
  assert.equal(claimed.ticket.key, ticket.key)
  const holder = { claim: claimed.claim_id, fencing_token: claimed.fencing_token }
  await call('update_claim', { ...holder, percent: 50, note: 'half' })
  await call('save_tasks', { ticket: ticket.key, tasks: [{ task: ticket.tasks[0].id, description: 'said' }] })
  for (const [tool, args] of [['get_context', {}], ['search', { query: name }], ['get', { id: ticket.key }], ['list_work', { show: 'held' }]]) {
    await call(tool, args)
  }
  assert.equal((await call('finish_claim', { ...holder, outcome: 'complete', finish_tasks: true })).item_status, 'completed')
  assert.equal((await client.callTool({ name: 'finish_claim', arguments: { ...holder, outcome: 'fail' } })).isError, true)
  assert.ok((await client.readResource({ uri: 'cairn://tickets/' + ticket.key })).contents[0].text.includes(name))
  assert.equal((await client.getPrompt({ name: 'review', arguments: { ticket: ticket.key } })).messages.length, 2)
  const reference = { type: 'ref/prompt', name: 'review' }
  const completed = await client.complete({ ref: reference, argument: { name: 'ticket', value: 'crn-' } })
  assert.ok(completed.completion.values.includes(ticket.key))
  await client.close()
  console.log('works: ' + name)
}

await withServer(async ({ url, token, headers, env }) => {
  const who = { name: 'clients', version: '1' }
  const stdio = { command: cairn, args: ['mcp'], env }
  const mcp = new URL(url + '/mcp')
  await work('sdk over stdio', new Client(who), new StdioClientTransport(stdio))
  await work('sdk over HTTP', new Client(who), new StreamableHTTPClientTransport(mcp, { requestInit: { headers } }))
  for (const mode of ['legacy', { pin: '2026-07-28' }]) {
    const era = mode.pin ?? mode
    const client = () => new newer.Client(who, { versionNegotiation: { mode } })
    await work(`client ${era} over stdio`, client(), new NewerStdio(stdio))
    await work(`client ${era} over HTTP`, client(), new newer.StreamableHTTPClientTransport(mcp, { requestInit: { headers } }))
  }
  const inspector = join(import.meta.dirname, '../node_modules/.bin/mcp-inspector')
  const http = [mcp.href, '--transport', 'http', '--header', 'Authorization: Bearer ' + token]
  for (const target of [[cairn, 'mcp'], http]) {
    for (const era of ['legacy', 'modern']) {
      const asked = [inspector, '--cli', '--strict', '--protocol-era', era, ...target, '--method', 'tools/list']
      const ran = spawnSync(process.execPath, asked, { env, encoding: 'utf8' })
      assert.equal(ran.status, 0, ran.stdout + ran.stderr)
      assert.ok(ran.stdout.includes('claim_next'), ran.stdout)
      console.log(`works: inspector ${era} ${target === http ? 'over HTTP' : 'over stdio'}`)
    }
  }
})
