import type { Reader } from "../database/client.ts";
import { scopeName, type Scope } from "./append.ts";
import { fingerprint, type Link } from "./chain.ts";

/** The newest entry's short fingerprint and sequence, for the foot of a page; null when there is no chain. */
export async function headOf(db: Reader, scope: Scope): Promise<{ readonly fingerprint: string; readonly sequence: number; readonly hash: string } | null> {
  const head = await db.ledgerHead.findUnique({ where: { scope: scopeName(scope) } });
  return head === null ? null : { fingerprint: fingerprint(head.hash), sequence: head.sequence, hash: head.hash };
}

/** Entries of a chain after a sequence, in order: a page of at most `limit`. */
export const linksAfter = (db: Reader, scope: string, after: number, limit = 1000): Promise<readonly Link[]> =>
  db.ledgerEntry.findMany({ where: { scope, sequence: { gt: after } }, orderBy: { sequence: "asc" }, take: limit });
