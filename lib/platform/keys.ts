import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { env } from "./env.ts";

/** A secret of 32 bytes with the id that is stored beside what it protects. */
export type Key = { readonly id: string; readonly bytes: Buffer };

/** `encryption` for identity numbers at rest, `hash` for comparing them, `auth` for session tokens. */
export const keyNames = ["encryption", "hash", "auth"] as const;
export type KeyName = (typeof keyNames)[number];

const fileSchema = z.object({ id: z.string().min(1), key: z.base64().refine((text) => Buffer.from(text, "base64").length === 32) });

const fileOf = (dataDir: string, name: KeyName): string => path.join(dataDir, "keys", `${name}.json`);

/** Reads one key file; throws when it is missing or damaged. */
export function readKey(dataDir: string, name: KeyName): Key {
  const parsed = fileSchema.parse(JSON.parse(readFileSync(fileOf(dataDir, name), "utf8")));
  return { id: parsed.id, bytes: Buffer.from(parsed.key, "base64") };
}

/** Writes a new random key, readable by the owner alone. Refuses to overwrite. */
export function createKey(dataDir: string, name: KeyName): void {
  mkdirSync(path.join(dataDir, "keys"), { recursive: true, mode: 0o700 });
  const id = `${name}-${randomBytes(4).toString("hex")}`;
  const file = fileOf(dataDir, name);
  writeFileSync(file, `${JSON.stringify({ id, key: randomBytes(32).toString("base64") })}\n`, { mode: 0o600, flag: "wx" });
  chmodSync(file, 0o600);
}

const cache = new Map<KeyName, Key>();

/** The running program's key, read once from `DATA_DIR/keys`. */
export function key(name: KeyName): Key {
  const known = cache.get(name);
  if (known !== undefined) return known;
  const read = readKey(env().DATA_DIR, name);
  cache.set(name, read);
  return read;
}
