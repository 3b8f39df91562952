import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** A running program with the demonstration: an address, its data folder if it was started for this (null: not ours), and the way to end it. */
export type RunningServer = { readonly base: string; readonly folder: string | null; readonly stop: () => Promise<void> };

const repository = path.resolve(import.meta.dirname, "..");

/** Runs a script of this folder on the program's database; what it prints, as JSON. */
export function prepare(server: RunningServer, file: string): unknown {
  const own = server.folder !== null;
  const env = own ? { ...process.env, DATA_DIR: server.folder } : process.env;
  const script = own ? ["scripts/with-database.ts", file] : [file];
  const run = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", ...script], { cwd: repository, env, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (run.status !== 0) throw new Error(`${file} could not prepare the measurement`);
  return JSON.parse(run.stdout);
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

/** Waits until the health route answers. */
async function waitFor(base: string, ended: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    if (ended()) throw new Error("the program ended before it served");
    const answer = await fetch(`${base}/api/health`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error("the program did not begin to serve");
}

/** The program at BENCH_BASE_URL, or one of its own: `npm start` with a fresh demonstration in a folder that is removed again. */
export async function startServer(): Promise<RunningServer> {
  const given = process.env["BENCH_BASE_URL"];
  if (given !== undefined) return { base: given.replace(/\/$/, ""), folder: null, stop: () => Promise.resolve() };
  const folder = mkdtempSync(path.join(tmpdir(), "cunxuan-bench-"));
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: folder, PORT: String(port) };
  const child = spawn(process.execPath, ["scripts/start.mjs", "--port", String(port)], { env, stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const base = `http://127.0.0.1:${port}`;
  await waitFor(base, () => child.exitCode !== null);
  return {
    base,
    folder,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
