import { expect } from "vitest";
import type { DocumentData, DocumentKind } from "#lib/documents/kinds.ts";
import { renderDocument } from "#lib/documents/render.ts";

/** The moment at which the tests' papers are made. */
export const CREATED_AT = new Date("2026-04-18T08:00:00Z");

/** The PDF of a paper that must not be refused. */
export async function print<Kind extends DocumentKind>(kind: Kind, data: DocumentData<Kind>): Promise<Uint8Array> {
  const result = await renderDocument(kind, data, { createdAt: CREATED_AT });
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
