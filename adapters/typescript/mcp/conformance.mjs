// The conformance suites of the protocol's own project, one for each era, on a real server that has the suites' fixtures in the place of Cairn's tools. Between them
// stands a proxy that adds the token, which the suites know nothing of. What is expected to fail is what Cairn does not offer: see the two lists beside this.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fixtures, withServer } from './server.mjs'

const modules = join(import.meta.dirname, '../node_modules')
const suites = [
  ['conformance-handshake', 'handshake.yml', []],
  ['@modelcontextprotocol/conformance', 'stateless.yml', ['--requirements', '2026-07-28']]
]

/** Passes requests on as they are, but for the token and for its own name, which is the server's then. */
async function proxy(url, headers) {
  const server = new URL(url)
  const between = http.createServer((request, response) => {
    const own = `127.0.0.1:${between.address().port}`
    const passed = { ...request.headers, authorization: headers.Authorization }
    for (const name of ['host', 'origin']) {
      passed[name] = passed[name]?.replace(own, server.host).replace(own.replace('127.0.0.1', 'localhost'), server.host)
      if (passed[name] === undefined) delete passed[name]
    }
    const forwarded = { host: server.hostname, port: server.port, path: request.url, method: request.method, headers: passed }
    const further = http.request(forwarded, answer => {
      response.writeHead(answer.statusCode, answer.headers)
      answer.pipe(response)
    })
    further.on('error', error => response.destroy(error))
    request.pipe(further)
  })
  between.listen(0, '127.0.0.1')
  await once(between, 'listening')
  return between
}

await withServer(async ({ url, headers }) => {
  const between = await proxy(url, headers)
  const results = mkdtempSync(join(tmpdir(), 'cairn-mcp-'))
  try {
    for (const [suite, list, more] of suites) {
      const asked = ['server', '--url', `http://127.0.0.1:${between.address().port}/mcp`, ...more]
      const expected = ['--expected-failures', join(import.meta.dirname, list)]
      const program = join(modules, suite, 'dist/index.js')
      const run = spawn(process.execPath, [program, ...asked, ...expected], { cwd: results, stdio: ['ignore', 'pipe', 'pipe'] })
      let said = ''
      run.stdout.on('data', part => (said += part))
      run.stderr.on('data', part => (said += part))
      const [code] = await once(run, 'exit')
      console.log(`${code === 0 ? 'holds' : 'does not hold'}: ${suite} (${list}): ${/Total: .*/.exec(said)?.[0] ?? 'no total'}`)
      if (code !== 0) {
        console.log(said.split('\n').slice(-80).join('\n'))
        process.exitCode = 1
      }
    }
  } finally {
    between.close()
    rmSync(results, { recursive: true, force: true })
  }
}, fixtures())
