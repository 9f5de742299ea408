// A server of the distribution on data of its own, with one project in it.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

export const cairn = process.env.CAIRN ?? join(import.meta.dirname, '../../../bootstrap/server/target/cairn/bin/cairn')

/** A server that has what the conformance suites call, in the place of Cairn's tools: it is among the tests of the server, which the build compiles. */
export function fixtures() {
  const target = join(cairn, '../../..')
  const tests = join(target, 'test-classes')
  assert.ok(existsSync(join(tests, 'dev/cairn/server/SuiteFixtures.class')), `There are no tests in ${tests}: build with -DskipTests, not -Dmaven.test.skip`)
  const path = [tests, join(target, 'cairn/lib/*')].join(delimiter)
  return [jdk(), '@' + join(target, 'cairn/lib/jvm.options'), '-Dcairn.fixtures=true', '-cp', path, 'dev.cairn.server.Main']
}

function jdk() {
  const installed = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm').map(name => join('/usr/lib/jvm', name)) : []
  const found = [process.env.CAIRN_JAVA_HOME, process.env.JAVA_HOME, ...installed].find(home => {
    const release = home && join(home, 'release')
    return release && existsSync(release) && Number(/JAVA_VERSION="(\d+)/.exec(readFileSync(release, 'utf8'))?.[1]) >= 25
  })
  assert.ok(found, 'There is no JDK 25: name one in CAIRN_JAVA_HOME')
  return join(found, 'bin/java')
}

/** Runs the work on a server, and ends it in any case. */
export async function withServer(work, [program, ...options] = [cairn]) {
  const home = mkdtempSync(join(tmpdir(), 'cairn-mcp-'))
  const env = { ...process.env, CAIRN_HOME: home, HOME: home, CAIRN_PROJECT: 'CRN' }
  const server = spawn(program, [...options, 'serve', '--port', '0', '--json'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
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
