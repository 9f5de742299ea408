// Servers as processes of their own on the first core, each on a copy of the database.
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

const STOP_MILLIS = 30_000
const RETRY_MILLIS = 2
const TICK_MICROS = 10_000

/** Starts it, and waits until it has answered for the first time. */
export async function start(env, peer, path) {
  const home = join(env.work, `http-${peer.name}`)
  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true, mode: 0o700 })
  copyFileSync(env.database, join(home, 'cairn.db'))
  const begin = performance.now()
  const child = spawn('taskset', ['-c', '0', ...peer.command(env, home)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', CAIRN_JAVA_HOME: env.jdk, CAIRN_DURABILITY: env.sync === 'full' ? 'full' : 'fast' },
  })
  const failed = new Promise((_, reject) => {
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`${peer.name} ended with ${code}`)))
  })
  failed.catch(() => {})
  const url = await Promise.race([listening(child), failed])
  const secret = join(home, 'token')
  const token = existsSync(secret) ? readFileSync(secret, 'utf8').trim() : null
  const proc = file => readFileSync(`/proc/${child.pid}/${file}`, 'utf8')
  const server = {
    url,
    token,
    fetch: (path, options = {}) => fetch(url + path, {
      ...options, headers: { ...options.headers, ...token && { Authorization: `Bearer ${token}` } },
    }),
    /** What is resident, in MB. */
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(proc('status'))[1]) / 1024,
    /** What it has used of its core. */
    cpuMicros: () => {
      const [user, system] = proc('stat').split(') ').at(-1).split(' ').slice(11)
      return (Number(user) + Number(system)) * TICK_MICROS
    },
    stop: () => new Promise(resolve => {
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MILLIS)
      child.once('exit', () => {
        clearTimeout(late)
        resolve()
      })
      child.kill()
    }),
  }
  while (!await server.fetch(path).then(answer => answer.ok, () => false)) {
    await Promise.race([sleep(RETRY_MILLIS), failed])
  }
  return { ...server, startMillis: performance.now() - begin }
}

async function listening(child) {
  return new Promise(resolve => createInterface({ input: child.stdout }).on('line', line => {
    const [, url] = /listening on (http\S+)/.exec(line) ?? []
    if (url) resolve(url)
  }))
}
