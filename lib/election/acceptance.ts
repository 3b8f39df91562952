import type { Reader, Transaction } from "../database/client.ts";
import type { Finding } from "../law/finding.ts";
import { canonical } from "../platform/canonical.ts";
import type { Facts } from "../platform/command.ts";
import { sha256 } from "../platform/crypto.ts";
import { stoppedBy, type Refusal } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { phases, type Phase } from "./model.ts";
import { phaseOf } from "./where.ts";

/** A warning that a named person overruled: kept in the ledger as a commitment to his reason. */
export type Acceptance = { readonly code: string; readonly reason: string };

/** Fewest characters of a reason: a word or two, not a keystroke. */
export const REASON_MIN = 4;

/** Whether words given for going on in spite of a warning are a reason. */
export const isReason = (words: string): boolean => Array.from(words.trim()).length >= REASON_MIN;

/** Warnings and errors among findings that are not in order. */
export const open = (findings: readonly Finding[]): readonly Finding[] => findings.filter((one) => !one.ok && one.severity !== "info");

/** Which of several findings of one code this is: the fields it speaks of. */
export const subjectOf = (one: Finding): string => one.fields.join(",");

/** Fingerprint of a finding's figures. An acceptance holds for these figures; with others the warning asks again. */
export const digestOf = (one: Finding): string => sha256(canonical({ actual: one.actual, required: one.required }));

/** An acceptance as it is kept: which warning with which figures, by whom, when and why. */
export type KeptAcceptance = {
  readonly code: string;
  readonly subject: string;
  readonly digest: string;
  readonly phase: Phase;
  readonly reason: string;
  readonly name: string;
  readonly at: Date;
};

/** The acceptance that holds for a finding as it stands now; null while nobody accepted it with these figures. */
export function acceptedAs(one: Finding, kept: readonly KeptAcceptance[]): KeptAcceptance | null {
  if (one.ok || one.severity !== "warning") return null;
  const [subject, digest] = [subjectOf(one), digestOf(one)];
  return kept.find((row) => row.code === one.code && row.subject === subject && row.digest === digest) ?? null;
}

/**
 * Lets findings pass or stops: errors always stop, a warning passes with a reason, or when it was accepted before with the
 * same figures. The reasons given become rows beside the change, and come back as commitments for the ledger entry.
 */
export function settleFindings(
  findings: readonly Finding[],
  reasons: Readonly<Record<string, string>>,
  facts: Pick<Facts, "commit" | "alongside" | "newId" | "now" | "actor" | "scope" | "command">,
  kept: readonly KeptAcceptance[] = [],
): Result<readonly Acceptance[], Refusal> {
  const reasonOf = (one: Finding): string => (reasons[one.code] ?? "").trim();
  const standing = open(findings).filter((one) => acceptedAs(one, kept) === null);
  if (standing.some((one) => one.severity === "error" || reasonOf(one) === "")) return stoppedBy(standing);
  const codes = [...new Set(standing.map((one) => one.code))];
  const short = codes.filter((code) => !isReason(reasons[code] ?? ""));
  if (short.length > 0) return err({ kind: "invalid", issues: short.map((code) => ({ field: `acceptances.${code}`, code: "reasonTooShort", params: { min: REASON_MIN } })) });
  if (facts.scope.kind === "election") {
    const electionId = facts.scope.id;
    const rows = standing.map((one) => ({
      id: facts.newId(), electionId, phase: phaseOf(one.code, facts.command), code: one.code, subject: subjectOf(one), digest: digestOf(one), reason: reasonOf(one),
      command: facts.command, accountId: facts.actor.accountId, name: facts.actor.name, at: facts.now,
    }));
    if (rows.length > 0) facts.alongside((tx) => keepAcceptances(tx, rows));
  }
  return ok(codes.map((code) => ({ code, reason: facts.commit((reasons[code] ?? "").trim()) })));
}

type AcceptanceRow = KeptAcceptance & { readonly id: string; readonly electionId: string; readonly command: string; readonly accountId: string };

/** Writes acceptances; the same warning with the same figures is accepted once. */
export const keepAcceptances = (tx: Transaction, rows: readonly AcceptanceRow[]) => tx.acceptance.createMany({ data: [...rows], skipDuplicates: true });

/** All acceptances of an election, oldest first. */
export async function acceptancesOf(db: Reader, electionId: string): Promise<readonly KeptAcceptance[]> {
  const rows = await db.acceptance.findMany({
    where: { electionId }, orderBy: { at: "asc" },
    select: { code: true, subject: true, digest: true, phase: true, reason: true, name: true, at: true },
  });
  return rows.map((row) => ({ ...row, phase: phases.find((phase) => phase === row.phase) ?? "committee" }));
}
