import { seal, unseal, type Sealed } from "#lib/platform/crypto.ts";

const context = (importId: string): string => `roll-import:${importId}`;
const headingsContext = (importId: string): string => `roll-import-headings:${importId}`;

/** Encrypts an upload until it is confirmed or discarded. */
export const sealUpload = (importId: string, bytes: Uint8Array): Sealed => seal(bytes, context(importId));

/** The bytes of a sealed upload. */
export const unsealUpload = (importId: string, cipher: Uint8Array): Buffer => unseal(cipher, context(importId));

/** Encrypts the headings of an upload: in a file without headings they are a person's data. */
export const sealHeadings = (importId: string, headings: readonly string[]): Buffer => Buffer.from(seal(JSON.stringify(headings), headingsContext(importId)).cipher);

/** The sealed headings of an upload, as JSON text. */
export const unsealHeadings = (importId: string, cipher: Uint8Array): string => unseal(cipher, headingsContext(importId)).toString("utf8");
