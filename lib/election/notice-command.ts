import { z } from "zod";
import type { Action } from "../access/permissions.ts";
import { termWords } from "../chinese/term.ts";
import type { Reader, Transaction } from "../database/client.ts";
import type { NoticeBlock } from "../documents/models/notice.ts";
import type { Finding } from "../law/finding.ts";
import { issueNotice, issuerName, type NoticePaper, type PaperHead } from "../notice/issue.ts";
import { nextNumber, noticeSet, type NoticeCode } from "../notice/set.ts";
import { defineCommand, type Facts } from "../platform/command.ts";
import { acceptances, id } from "../platform/fields.ts";
import { invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { settleFindings, type Acceptance } from "./acceptance.ts";

/** What a notice will say, drafted from the case, and what speaks against issuing it. */
export type Draft = {
  readonly body: readonly NoticeBlock[];
  readonly findings: readonly Finding[];
  /** The earlier notice of the same kind that this one corrects or adds to. */
  readonly correctsId?: string | undefined;
};

/** A notice that is drafted, checked and issued by hand. `Extra`: what the form asks beyond the case's own data. */
export type NoticeKindSpec<Extra extends z.ZodObject> = {
  readonly code: NoticeCode;
  readonly action: Action;
  readonly extra: Extra;
  /** May it be issued again (lists that change)? Else once. */
  readonly repeatable?: boolean;
  /** Null: the case is not ready, there is nothing to say yet. */
  readonly draft: (db: Reader, electionId: string, extra: z.output<Extra>, today: string) => Promise<Draft | null>;
  /** Further rows in the same transaction. */
  readonly after?: (tx: Transaction, electionId: string, noticeId: string, facts: Facts) => Promise<void>;
};

/** The paper of a drafted notice. */
export const paperOf = (body: readonly NoticeBlock[], correctsNumber: string | null) => (head: PaperHead): NoticePaper => ({
  kind: "notice",
  data: {
    number: head.number, issuer: head.issuer, title: `${head.village}${head.title}`, salutation: "全体村民",
    body: [...body], date: head.date, correctsNumber, proof: head.proof,
  },
});

/** The command that issues a notice of this kind; a second click gets the first answer, a second issue is refused. */
export function noticeCommand<Extra extends z.ZodObject>(spec: NoticeKindSpec<Extra>) {
  const input = z.intersection(z.object({ electionId: id, acceptances }), spec.extra);
  return defineCommand({
    name: `notice.issue.${spec.code}`,
    action: spec.action,
    input,
    scope: (given) => ({ kind: "election", id: given.electionId }),
    load: async (tx, given, facts) => {
      const earlier = await tx.notice.findFirst({ where: { electionId: given.electionId, code: spec.code }, orderBy: { issuedAt: "desc" }, select: { id: true, number: true } });
      return { earlier, draft: await spec.draft(tx, given.electionId, given, facts.today) };
    },
    decide: ({ earlier, draft }, given, facts) => {
      if (draft === null) return invalid(null, "notReady");
      if (earlier !== null && spec.repeatable !== true) return invalid(null, "alreadyDone");
      const settled = settleFindings(draft.findings, given.acceptances, facts);
      return settled.ok ? ok({ electionId: given.electionId, draft, earlier, accepted: settled.value, issued: noneYet() }) : settled;
    },
    save: async (tx, change, facts) => {
      const corrects = change.earlier === null ? {} : { correctsId: change.earlier.id };
      const issued = await issueNotice(tx, facts, change.electionId, { code: spec.code, paper: paperOf(change.draft.body, change.earlier?.number ?? null), ...corrects });
      await spec.after?.(tx, change.electionId, issued.id, facts);
      change.issued.value = issued;
      return { electionId: change.electionId, noticeId: issued.id, number: issued.number };
    },
    entry: (change) => issuedEntry(change.issued, change.accepted),
  });
}


type Issued = { readonly id: string; readonly number: string; readonly pdfSha256: string };
/** Filled by `save` and read by `entry` of the same change. */
export type IssuedHolder = { value: Issued | null };
export const noneYet = (): IssuedHolder => ({ value: null });

/** What the ledger keeps of an issued notice. */
export const issuedEntry = (issued: IssuedHolder, accepted: readonly Acceptance[]) => ({
  noticeId: issued.value?.id ?? "", number: issued.value?.number ?? "", pdfSha256: issued.value?.pdfSha256 ?? "", accepted,
});

/** A drafted notice as it would be printed now, for the check page; null when the case is not ready. */
export async function previewNotice(db: Reader, electionId: string, code: NoticeCode, draft: Draft | null, today: string): Promise<{ readonly paper: NoticePaper; readonly number: string } | null> {
  if (draft === null) return null;
  const election = await db.election.findUniqueOrThrow({
    where: { id: electionId },
    select: { term: true, village: { select: { name: true, township: { select: { name: true } } } }, notices: { select: { number: true, code: true, issuedAt: true }, orderBy: { issuedAt: "desc" } } },
  });
  const number = nextNumber(code, new Set(election.notices.map((notice) => notice.number)));
  const kind = noticeSet[code];
  const head: PaperHead = {
    number, title: kind.title, issuer: issuerName(kind.issuer, election.village.name, election.village.township.name), date: today,
    proof: { fingerprint: "A".repeat(20), qr: "draft" }, village: election.village.name, term: termWords(election.term),
  };
  return { number, paper: paperOf(draft.body, election.notices.find((notice) => notice.code === code)?.number ?? null)(head) };
}
