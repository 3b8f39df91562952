import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { Client, escapeIdentifier } from "pg";
import { connect } from "../lib/database/client.ts";
import { withDatabase } from "../lib/database/connection.ts";
import { closeRenderer } from "../lib/documents/pool.ts";
import { execute } from "../lib/platform/command.ts";
import { confirmImport, uploadRegister } from "../lib/roll/import/commands.ts";
import { startReading } from "../lib/roll/import/reader-process.ts";
import { publishRoll } from "../lib/roll/publish/commands.ts";
import { openCase } from "../tests/support/case.ts";
import { makeLawful } from "../tests/support/lawful.ts";
import { prepareTestServer, testDataDir } from "../tests/support/server.ts";

/**
 * How long a register takes from the answer to its upload until it stands on the roll: a child process opens, reads and
 * stages it, and the confirmation takes the rows over. This process does what the server does; its memory is told beside
 * the child's. The yardstick is the same file merely parsed and its rows copied into a plain table, in a process of its own.
 * The smaller register comes a second time, with changes, and its list is posted: version, numbers and paper in one transaction.
 */
const sizes = [30_000, 100_000];
const whole = 30_000;
/** Words to the desks go out a moment after a command. */
const ANNOUNCED_MS = 500;
const folder = mkdtempSync(path.join(tmpdir(), "cunxuan-import-"));
const server = await prepareTestServer(testDataDir());
process.env["DATA_DIR"] = server.dataDir;
const name = `bench_${randomBytes(4).toString("hex")}`;
const admin = new Client({ connectionString: server.ownerUrl });
await admin.connect();
await admin.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(server.template)}`);
const ownerUrl = withDatabase(server.ownerUrl, name);
process.env["DATABASE_URL"] = withDatabase(server.appUrl, name);
const db = connect(process.env["DATABASE_URL"]);
const clock = () => new Date("2026-02-20T02:00:00Z");
const megabyte = 1024 * 1024;

function report(what: string, value: number, unit: string, ratioTo?: string): void {
  console.log(JSON.stringify({ name: what, value: Math.round(value * 100) / 100, unit, ...(ratioTo === undefined ? {} : { ratioTo }) }));
}

const program = (file: string, ...args: readonly string[]): number =>
  Number(execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", path.join(import.meta.dirname, file), ...args], { encoding: "utf8" }));

/** Watches the largest memory of this process's children, in bytes, as the system counts it. */
function watchChildren(): () => number {
  let peak = 0;
  const look = setInterval(() => {
    try {
      const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim().split(" ").filter((id) => id !== "");
      for (const id of children) peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) * 1024);
    } catch {
      // A child that ended between the two looks.
    }
  }, 20);
  return () => {
    clearInterval(look);
    return peak;
  };
}

type Context = Parameters<typeof execute>[1];
type Taken = { readonly reading: number; readonly confirming: number; readonly added: number; readonly updated: number; readonly gone: number };

/** Uploads, reads and confirms a file; the seconds of both steps from the answer to the upload on. */
async function takeIn(context: Context, electionId: string, file: string): Promise<Taken> {
  const uploaded = await execute(uploadRegister, context, { electionId, fileName: "花名册.xlsx", bytes: readFileSync(file) });
  if (!uploaded.ok) throw new Error(JSON.stringify(uploaded.error));
  const { importId } = uploaded.value;
  const begun = performance.now();
  await startReading(db, importId);
  const read = performance.now();
  const confirmed = await execute(confirmImport, context, { importId });
  if (!confirmed.ok) throw new Error(JSON.stringify(confirmed.error));
  const { added, updated, gone } = confirmed.value;
  return { reading: (read - begun) / 1_000, confirming: (performance.now() - read) / 1_000, added, updated, gone };
}

async function measure(people: number): Promise<() => Promise<void>> {
  const file = path.join(folder, `${people}.xlsx`);
  const rows = program("import-file.ts", String(people), file);
  const yardstick = `register.parseAndCopy.${people}`;
  report(yardstick, program("import-yardstick.ts", file, ownerUrl), "s");
  const village = await openCase(db, "2026-04-18");
  await makeLawful(db, village, "roll");
  const context: Context = { db, actor: await village.person("registrar"), clock };
  const peak = watchChildren();
  const { reading, confirming, added } = await takeIn(context, village.electionId, file);
  if (added < rows * 0.95) throw new Error(`only ${added} of ${rows} rows were taken over`);
  report(`register.import.${people}`, reading + confirming, "s", yardstick);
  report(`register.import.${people}.reading`, reading, "s", yardstick);
  report(`register.import.${people}.confirming`, confirming, "s", yardstick);
  report(`register.import.${people}.childMemory`, peak() / megabyte, "MB");
  report(`register.import.${people}.serverMemory`, process.resourceUsage().maxRSS / 1024, "MB");
  if (people !== whole) return () => Promise.resolve();
  const later = path.join(folder, `${people}-again.xlsx`);
  program("import-file.ts", String(people), later, "again");
  const again = await takeIn(context, village.electionId, later);
  if (again.updated < people / 25 || again.gone < people / 75) throw new Error(`only ${again.updated} entries were changed, and ${again.gone} gone`);
  report(`register.reimport.${people}`, again.reading + again.confirming, "s", yardstick);
  const chair = await village.person("committeeChair");
  return () => measurePosting({ ...context, actor: chair }, village.electionId);
}

async function measurePosting(context: Context, electionId: string): Promise<void> {
  const begun = performance.now();
  const done = await execute(publishRoll, context, { electionId, order: "household", acceptances: { rollFaultsOpen: "已逐一核对" } });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  report(`roll.publish.${whole}`, (performance.now() - begun) / 1_000, "s");
  await closeRenderer();
}

try {
  const afterwards: (() => Promise<void>)[] = [];
  for (const people of sizes) afterwards.push(await measure(people));
  // Making papers takes memory of its own: it comes when that of the imports has been told.
  for (const measureMore of afterwards) await measureMore();
} finally {
  await new Promise((resolve) => setTimeout(resolve, ANNOUNCED_MS));
  await db.$disconnect();
  await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
}
