// Creations and claims per second of Cairn and of Drizzle on node-postgres, on 1, 2 and 4 servers with 1, 16 and 64 clients.
// Arguments: port of a PostgreSQL, class path, seconds of each measurement.
import { spawn } from "node:child_process";
import { cpus, loadavg } from "node:os";
import path from "node:path";
import pg from "pg";

const [port, classPath, seconds] = process.argv.slice(2);
const here = import.meta.dirname;
const java = path.join(process.env.PEERS_JDK, "bin", "java");

function said(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    child.stdout.on("data", (data) => (out += data));
    child.on("close", (code) => (code === 0 ? resolve(out.trim().split("\n").at(-1).split(" ").map(Number)) : reject(new Error(`${program} ended with ${code}`))));
  });
}

const cairn = (...what) =>
  said(java, ["-XX:+UseSerialGC", "-cp", classPath, "dev.cairn.benchmarks.servers.ServerRates", `jdbc:postgresql://127.0.0.1:${port}/cairn`, "cairn", "", seconds, ...what.map(String)]);

async function drizzle(servers, clients) {
  const url = `postgresql://cairn@127.0.0.1:${port}/drizzle`;
  const each = await Promise.all(Array.from({ length: Math.min(servers, clients) }, (_, i) =>
    said(process.execPath, [path.join(here, "postgres.mjs"), url, seconds, clients, i, servers].map(String))));
  return each.reduce(([a, b], [c, d]) => [a + c, b + d]);
}

/** Makes all items ready again, and the statistics those of a database that has been there for a while. */
async function reset(database) {
  const client = new pg.Client({ connectionString: `postgresql://cairn@127.0.0.1:${port}/${database}` });
  await client.connect();
  await client.query("UPDATE queue_items SET status = 'READY', claim_id = NULL, lease_until = NULL, finished_at = NULL, attempts = 0");
  await client.query("UPDATE tickets SET status = 'OPEN', started_at = NULL, completed_at = NULL WHERE status <> 'OPEN'");
  await client.query("VACUUM ANALYZE");
  await client.end();
}

console.log(`${cpus().length} processors, load ${loadavg()[0].toFixed(1)}; ${seconds} s each\n`);
console.log("| servers | clients | tickets made: Cairn | Drizzle | Cairn / Drizzle | claimed and completed: Cairn | Drizzle | Cairn / Drizzle | refused by Cairn | load |");
console.log("|---|---|---|---|---|---|---|---|---|---|");
for (const servers of [1, 2, 4]) {
  for (const clients of [1, 16, 64]) {
    await reset("cairn");
    await reset("drizzle");
    const [made, worked, refused] = await cairn(servers, clients);
    const [theirs, done] = await drizzle(servers, clients);
    console.log(`| ${servers} | ${clients} | ${made.toFixed(0)}/s | ${theirs.toFixed(0)}/s | ${(made / theirs).toFixed(2)} | ${worked.toFixed(0)}/s | ${done.toFixed(0)}/s | ${(worked / done).toFixed(2)} | ${refused} | ${loadavg()[0].toFixed(1)} |`);
  }
}
