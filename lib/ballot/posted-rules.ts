import { finding, type FindingCode } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";

/** A row of a list that is posted by name: when it was taken on and, perhaps, off again. */
export type Dated = { readonly approvedAt: Date; readonly withdrawnAt: Date | null };

/** How a list of names (委托、流动票箱、代写) and the notice about it agree. */
export type PostedList = {
  /** Who stands on the list now. */
  readonly count: number;
  /** The newest notice of it; null before one. */
  readonly posted: { readonly number: string } | null;
  /** What that notice does not know yet: taken on since, and taken off since. */
  readonly added: number;
  readonly removed: number;
};

/** Compares a list with the notice that was issued at some time; what came and went after it changes nothing. */
export function comparePosted(rows: readonly Dated[], posted: { readonly number: string; readonly issuedAt: Date } | null): PostedList {
  const standing = rows.filter((row) => row.withdrawnAt === null);
  if (posted === null) return { count: standing.length, posted: null, added: 0, removed: 0 };
  const { number, issuedAt } = posted;
  return {
    count: standing.length, posted: { number },
    added: standing.filter((row) => row.approvedAt > issuedAt).length,
    removed: rows.filter((row) => row.approvedAt <= issuedAt && row.withdrawnAt !== null && row.withdrawnAt > issuedAt).length,
  };
}

/** A list that has people on it is posted, and what is posted is what stands. */
export function postedFindings(list: PostedList, codes: { readonly missing: FindingCode; readonly stale: FindingCode }, law: Law): readonly Finding[] {
  const { count, posted, added, removed } = list;
  return [
    finding(codes.missing, { law, ok: posted !== null || count === 0, actual: { count, proxies: count } }),
    ...(posted === null ? [] : [finding(codes.stale, { law, ok: added + removed === 0, actual: { number: posted.number, added, removed }, required: `${added} + ${removed} = 0` })]),
  ];
}
