import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { createKey, keyNames, readKey } from "#lib/platform/keys.ts";
import { err, ok, type Result } from "#lib/platform/result.ts";
import type { StartProblem } from "./problems.ts";

/** A first start needs about this much: the empty database 70 MB, the built pages 150 MB, and room to work. */
const neededMb = 500;

const credentialsSchema = z.object({ ownerPassword: z.string().min(20), appPassword: z.string().min(20) });

/** Passwords of the two database roles, kept beside the keys. */
export type Credentials = z.infer<typeof credentialsSchema>;

const credentialsFile = (dataDir: string): string => path.join(dataDir, "keys", "database.json");
const keyFile = (dataDir: string, name: string): string => path.join(dataDir, "keys", `${name}.json`);

/** Makes the folder, and checks that it can be written to and that the disk has room. */
export function prepareFolder(dataDir: string, stat: (folder: string) => { readonly bavail: number; readonly bsize: number } = statfsSync): Result<null, StartProblem> {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    return err(fileProblem(error, dataDir));
  }
  const { bavail, bsize } = stat(dataDir);
  const freeMb = Math.floor((bavail * bsize) / 1_048_576);
  return freeMb < neededMb ? err({ kind: "diskFull", folder: dataDir, freeMb, neededMb }) : ok(null);
}

const codeSchema = z.looseObject({ code: z.string() });

/** Turns a failed file operation into words: disk full, no permission, or the system's own text. */
export function fileProblem(error: unknown, folder: string): StartProblem {
  const parsed = codeSchema.safeParse(error);
  const code = parsed.success ? parsed.data.code : "";
  // 53100 is PostgreSQL's own code for a full disk.
  if (code === "ENOSPC" || code === "EDQUOT" || code === "53100") return { kind: "diskFull", folder, freeMb: 0, neededMb };
  if (["EACCES", "EPERM", "EROFS", "EEXIST", "ENOTDIR"].includes(code)) return { kind: "notWritable", folder };
  return { kind: "unexpected", detail: error instanceof Error ? error.message : String(error) };
}

/**
 * Reads the keys, or makes them at the very first start. With `dataExist` none is ever made: what was encrypted with
 * the lost key would stay unreadable while everything looks well.
 */
export function prepareKeys(dataDir: string, dataExist: boolean): Result<Credentials, StartProblem> {
  const files = [...keyNames.map((name) => keyFile(dataDir, name)), credentialsFile(dataDir)];
  const missing = files.filter((file) => !existsSync(file));
  if (dataExist && missing.length > 0) return err({ kind: "keyMissing", files: missing });
  try {
    for (const name of keyNames) if (!existsSync(keyFile(dataDir, name))) createKey(dataDir, name);
    if (!existsSync(credentialsFile(dataDir))) createCredentials(dataDir);
  } catch (error) {
    return err(fileProblem(error, path.join(dataDir, "keys")));
  }
  return readKeys(dataDir);
}

function createCredentials(dataDir: string): void {
  const credentials: Credentials = { ownerPassword: randomBytes(24).toString("hex"), appPassword: randomBytes(24).toString("hex") };
  writeFileSync(credentialsFile(dataDir), `${JSON.stringify(credentials)}\n`, { mode: 0o600, flag: "wx" });
}

function readKeys(dataDir: string): Result<Credentials, StartProblem> {
  for (const name of keyNames) {
    try {
      readKey(dataDir, name);
    } catch {
      return err({ kind: "keyDamaged", file: keyFile(dataDir, name) });
    }
  }
  try {
    return ok(credentialsSchema.parse(JSON.parse(readFileSync(credentialsFile(dataDir), "utf8"))));
  } catch {
    return err({ kind: "keyDamaged", file: credentialsFile(dataDir) });
  }
}
