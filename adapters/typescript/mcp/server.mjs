// A server of the distribution on data of its own, with one project in it.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const cairn = process.env.CAIRN ?? join(import.meta.dirname, '../../../bootstrap/server/target/cairn/bin/cairn')

/** Runs the work on a server, and ends it in any case. */
export async function withServer(work) {
  const home = mkdtempSync(join(tmpdir(), 'cairn-mcp-'))
  const env = { ...process.env, CAIRN_HOME: home, HOME: home, CAIRN_PROJECT: 'CRN' }
  const server = spawn(cairn, ['serve', '--port', '0', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const { url } = await started(server)
    const token = readFileSync(join(home, 'token'), 'utf8').trim()
    const headers = { Authorization: 'Bearer ' + token }
    const made = await fetch(url + '/api/v1/projects', {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: '{"key":"CRN","name":"Cairn"}'
    })
    assert.equal(made.status, 201)
    await work({ url, token, headers, env })
  } finally {
    if (server.kill()) await once(server, 'exit')
    rmSync(home, { recursive: true, force: true })
  }
}

async function started(server) {
  let said = ''
  for await (const part of server.stdout) {
    said += part
    if (said.includes('\n')) return JSON.parse(said).result
  }
  throw new Error('The server did not start: ' + said)
}
