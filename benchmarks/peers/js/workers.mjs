// Workers as processes that answer one line per line.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** Starts a worker and waits until it is ready. */
export async function start(name, command) {
  const child = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] })
  const failed = new Promise((_, reject) => {
    child.on('error', reject)
    child.on('exit', code => reject(new Error(`${name} ended with ${code}`)))
  })
  failed.catch(() => {})
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => {
    const { value, done } = await Promise.race([lines.next(), failed])
    if (done) await failed
    return JSON.parse(value)
  }
  const { ready, sqlite } = await answer()
  return {
    name,
    version: sqlite ? `${ready}, SQLite ${sqlite}` : ready,
    run(operation, times) {
      child.stdin.write(`run ${operation} ${times}\n`)
      return answer()
    },
    stop() {
      return new Promise(resolve => {
        child.on('exit', resolve)
        child.stdin.end()
      })
    },
  }
}
