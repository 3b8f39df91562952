import { z } from "zod";
import { OFFICES } from "../law/parameters.ts";
import type { CountDocument, Determination } from "./count-document.ts";
import { determine } from "./determine.ts";

/** A determination as stored: what went in and what came out. */
export type StoredDetermination = { readonly input: CountDocument; readonly outcome: Determination };

const inputSchema = z.custom<CountDocument>((value) => typeof value === "object" && value !== null && "schema" in value && value.schema === "cunxuan.count/1");
const outcomeSchema = z.custom<Determination>((value) => typeof value === "object" && value !== null && "schema" in value && value.schema === "cunxuan.determination/1");

/** Reads both documents back; they were written by this program and the database refuses to change them. */
export const storedOf = (row: { readonly input: unknown; readonly outcome: unknown }): StoredDetermination => ({ input: inputSchema.parse(row.input), outcome: outcomeSchema.parse(row.outcome) });

/** Whether computing again from the stored input gives the stored outcome. */
export function recomputes(stored: StoredDetermination): boolean {
  const again = determine(stored.input);
  return again.ok && sorted(again.value) === sorted(stored.outcome);
}

/** One text per value, whatever order the database gives the keys back in. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === "object" && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));

/** An office as stored. */
export const officeOf = (value: string): (typeof OFFICES)[number] => z.enum(OFFICES).parse(value);
