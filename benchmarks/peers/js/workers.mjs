// Workers as processes that answer one line per line.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const STOP_MILLIS = 30_000

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
    /** Ends it; a worker that does not end well has not done its work. */
    stop() {
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => child.kill('SIGKILL'), STOP_MILLIS)
        child.on('exit', code => {
          clearTimeout(late)
          if (code === 0) resolve()
          else reject(new Error(`${name} ended with ${code}`))
        })
        child.stdin.end()
      })
    },
  }
}
