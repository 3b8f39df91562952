import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { err, ok, type Result } from "../platform/result.ts";
import { locateServer, type ServerFiles } from "./embedded-files.ts";
import type { DatabaseProblem } from "./problems.ts";

/** Owner of every table; migrations run as this role. */
export const ownerRole = "cunxuan_owner";

const majorVersion = "18";

/** A running embedded server. */
export type EmbeddedServer = {
  readonly port: number;
  /** False when it was found running, left by a program that was killed. */
  readonly started: boolean;
  readonly files: ServerFiles;
  readonly stop: () => void;
};

export type EmbeddedOptions = {
  /** Absolute folder; the cluster is its subfolder `postgres`. */
  readonly dataDir: string;
  readonly ownerPassword: string;
  /** False for tests: nothing is forced to disk, a power cut may destroy the data. */
  readonly durable: boolean;
};

/** A port of the loopback address that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

function run(files: ServerFiles, program: string, args: readonly string[], output: "pipe" | "ignore" = "pipe") {
  // With pipes, pg_ctl would wait for the server it started, which inherits them.
  const result = spawnSync(path.join(files.programs, "bin", program), args, {
    ...files.user,
    cwd: "/",
    encoding: "utf8",
    stdio: ["ignore", output, output],
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
  });
  return { ok: result.status === 0, text: `${result.stdout ?? ""}${result.stderr ?? ""}${result.error?.message ?? ""}`.trim() };
}

/** Creates the cluster under another name first: an interrupted attempt leaves nothing that looks complete. */
function initialise(files: ServerFiles, ownerPassword: string): Result<null, DatabaseProblem> {
  const draft = `${files.cluster}/.new`;
  const passwordFile = `${files.cluster}/.password`;
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(passwordFile, ownerPassword, { mode: 0o600 });
  if (files.user.uid !== undefined && files.user.gid !== undefined) chownSync(passwordFile, files.user.uid, files.user.gid);
  const made = run(files, "initdb", [
    ...["-D", draft, "-U", ownerRole, "--pwfile", passwordFile, "--auth=scram-sha-256", "--encoding=UTF8"],
    ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--data-checksums"],
  ]);
  rmSync(passwordFile, { force: true });
  if (!made.ok) {
    rmSync(draft, { recursive: true, force: true });
    return err({ kind: "serverWouldNotStart", detail: lastLines(made.text, 4), log: "" });
  }
  renameSync(draft, clusterOf(files));
  return ok(null);
}

const clusterOf = (files: ServerFiles): string => path.join(files.cluster, majorVersion);

const lastLines = (text: string, count: number): string => text.trim().split("\n").slice(-count).join("\n");

/** Port of a living server, from the file it keeps while it runs (fourth line). */
function runningPort(files: ServerFiles): number | null {
  if (!run(files, "pg_ctl", ["-D", clusterOf(files), "status"]).ok) return null;
  const port = Number(readFileSync(path.join(clusterOf(files), "postmaster.pid"), "utf8").split("\n")[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

/** The data of a county's villages lie in memory or on a solid disk: an index is worth walking. */
const pagesInMemory = "random_page_cost=1.1";

const fastButFragile = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

async function start(files: ServerFiles, durable: boolean): Promise<Result<number, DatabaseProblem>> {
  const log = path.join(files.cluster, "server.log");
  // Another program may take the free port in between: three attempts.
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "log_timezone=UTC", "timezone=UTC", "max_connections=120", pagesInMemory, ...(durable ? [] : fastButFragile)];
    const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(" ");
    rmSync(log, { force: true });
    const up = run(files, "pg_ctl", ["-D", clusterOf(files), "-w", "-t", "60", "-l", log, "-o", options, "start"], "ignore");
    if (up.ok) return ok(port);
    const said = existsSync(log) ? readFileSync(log, "utf8") : "";
    if (attempt === 3 || !/address already in use/i.test(said)) {
      return err({ kind: "serverWouldNotStart", detail: lastLines(said, 4), log });
    }
  }
}

/**
 * Starts the PostgreSQL 18 that npm brought along, with its data in the given folder, or finds it running and
 * uses it. Listens on the loopback address only.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Result<EmbeddedServer, DatabaseProblem>> {
  const located = locateServer(options.dataDir);
  if (!located.ok) return located;
  const files = located.value;
  const others = readdirSync(files.cluster).filter((name) => /^\d+$/.test(name) && name !== majorVersion);
  if (!existsSync(path.join(clusterOf(files), "PG_VERSION"))) {
    if (others[0] !== undefined) return err({ kind: "clusterOfOtherVersion", found: others[0], wanted: majorVersion });
    mkdirSync(files.cluster, { recursive: true });
    const made = initialise(files, options.ownerPassword);
    if (!made.ok) return made;
  }
  const stop = (): void => void run(files, "pg_ctl", ["-D", clusterOf(files), "-w", "-t", "60", "-m", "fast", "stop"]);
  const running = runningPort(files);
  if (running !== null) return ok({ port: running, started: false, files, stop });
  const started = await start(files, options.durable);
  return started.ok ? ok({ port: started.value, started: true, files, stop }) : started;
}

/** Whether a cluster was created for this data folder, here or in the refuge. */
export function clusterExists(dataDir: string): boolean {
  const located = locateServer(dataDir);
  return located.ok && existsSync(path.join(clusterOf(located.value), "PG_VERSION"));
}
