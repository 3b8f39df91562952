import { z } from "zod";
import type { Transaction } from "../database/client.ts";
import { canonical, type Json } from "../platform/canonical.ts";

/** What a chain is kept for: the whole installation, a county, a township, or one election. */
export type Scope = { readonly kind: "system" } | { readonly kind: "county"; readonly id: string } | { readonly kind: "township"; readonly id: string } | { readonly kind: "election"; readonly id: string };

/** The name of a scope's chain: `system`, `county:<id>`, `township:<id>`, `election:<id>`. */
export const scopeName = (scope: Scope): string => (scope.kind === "system" ? "system" : `${scope.kind}:${scope.id}`);

const headRows = z.array(z.object({ sequence: z.number().int(), hash: z.string() }));

/** Locks the head of a chain until the transaction ends; null when there is no such chain. */
export async function lockHead(tx: Transaction, scope: Scope): Promise<{ readonly sequence: number; readonly hash: string } | null> {
  const rows = headRows.parse(await tx.$queryRaw`SELECT sequence, hash FROM ledger_lock(${scopeName(scope)})`);
  return rows[0] ?? null;
}

/** Opens a chain, once. */
export async function openChain(tx: Transaction, scope: Scope): Promise<void> {
  await tx.$executeRaw`SELECT ledger_open(${scopeName(scope)})`;
}

/** Appends an entry to a locked chain; returns the new head. The payload must hold no personal data. */
export async function append(
  tx: Transaction,
  entry: { readonly scope: Scope; readonly at: Date; readonly actor: string; readonly command: string; readonly payload: Json },
): Promise<{ readonly sequence: number; readonly hash: string }> {
  const rows = headRows.parse(
    await tx.$queryRaw`SELECT sequence, hash FROM ledger_append(${scopeName(entry.scope)}, ${entry.at.toISOString()}, ${entry.actor}, ${entry.command}, ${canonical(entry.payload)})`,
  );
  const head = rows[0];
  if (head === undefined) throw new Error("ledger_append returned nothing");
  return head;
}
