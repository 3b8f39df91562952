import { createCipheriv, createDecipheriv, createHash, createHmac, createSecretKey, randomBytes, type KeyObject } from "node:crypto";
import { key, type KeyName } from "./keys.ts";

/** What is stored for an encrypted value: nonce, tag and cipher text in one, and the id of the key. */
export type Sealed = { readonly cipher: Uint8Array<ArrayBuffer>; readonly keyId: string };

/** Keys made ready for use: making one ready takes longer than a short cipher does. */
const ready = new Map<KeyName, KeyObject>();

function secret(name: KeyName): KeyObject {
  const known = ready.get(name);
  if (known !== undefined) return known;
  const made = createSecretKey(key(name).bytes);
  ready.set(name, made);
  return made;
}

const NONCE = 12;
/** Random bytes fetched for many nonces at once; each is used for one and cleared. */
let drawn = { bytes: Buffer.alloc(0), at: 0 };

function nextNonce(): Buffer {
  if (drawn.at >= drawn.bytes.length) drawn = { bytes: randomBytes(NONCE * 256), at: 0 };
  const nonce = Buffer.from(drawn.bytes.subarray(drawn.at, drawn.at + NONCE));
  drawn.bytes.fill(0, drawn.at, drawn.at + NONCE);
  drawn = { bytes: drawn.bytes, at: drawn.at + NONCE };
  return nonce;
}

/** Encrypts with AES-256-GCM; `context` (a row id, say) binds the cipher text to its place. */
export function seal(value: Uint8Array | string, context: string): Sealed {
  const { id } = key("encryption");
  const nonce = nextNonce();
  const cipher = createCipheriv("aes-256-gcm", secret("encryption"), nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(typeof value === "string" ? Buffer.from(value, "utf8") : value), cipher.final()]);
  return { cipher: Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), body])), keyId: id };
}

/** Decrypts what `seal` made in the same context. Throws when it was altered or moved. */
export function unseal(cipher: Uint8Array, context: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", secret("encryption"), cipher.subarray(0, 12)).setAAD(Buffer.from(context));
  decipher.setAuthTag(cipher.subarray(12, 28));
  return Buffer.concat([decipher.update(cipher.subarray(28)), decipher.final()]);
}

/** Keyed hash of a sound 18-digit identity number: equal numbers, equal hashes, no way back. */
export function identityHash(idNumber: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHmac("sha256", secret("hash")).update(idNumber).digest());
}

/** SHA-256 in hexadecimal. */
export const sha256 = (value: Uint8Array | string): string => createHash("sha256").update(value).digest("hex");

/** A commitment to a value: publishable, and provable later with the nonce that is kept beside the row. */
export function commitTo(value: string): { readonly commitment: string; readonly nonce: string } {
  const nonce = randomBytes(32).toString("hex");
  return { commitment: sha256(`${nonce}${value}`), nonce };
}
