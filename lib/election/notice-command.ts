import { z } from "zod";
import { may, type Action, type Place } from "../access/permissions.ts";
import type { Actor } from "../access/actor.ts";
import type { Reader, Transaction } from "../database/client.ts";
import { missingGlyphs } from "../documents/glyphs.ts";
import type { NoticeBlock } from "../documents/models/notice.ts";
import type { Citation, Finding } from "../law/finding.ts";
import { noticeFindings } from "../notice/check.ts";
import { headOf, issueNotice, issuerOf, noticeCase, type NoticeCase, type NoticePaper, type PaperHead } from "../notice/issue.ts";
import { kindIn, lastLawfulDay, noticeDue, noticeSetOf, type Issuer, type NoticeCode, type NoticeDue } from "../notice/set.ts";
import { fillTemplate, missingFields, type NoticeFill } from "../notice/template.ts";
import { defineCommand, type Facts } from "../platform/command.ts";
import { acceptances, id, optionalLine } from "../platform/fields.ts";
import { invalid, type Refusal } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { settleFindings, type Acceptance } from "./acceptance.ts";
import { guardedNotices } from "./guards/check.ts";
import { guardedCommand } from "./guards/command.ts";
import { beforeAct } from "./guards/standing.ts";

/** What a notice says: blocks as they stand, or what fills the wording of its entry in the set. */
export type NoticeContent = readonly NoticeBlock[] | NoticeFill;

/** What a notice will say, drafted from the case, and what speaks against issuing it. */
export type Draft = {
  readonly body: NoticeContent;
  readonly findings: readonly Finding[];
  /** The notice that this one corrects or adds to; null: none. Not given: the last of its kind, unless a vote was decided since. */
  readonly correctsId?: string | null | undefined;
  /** Day of the vote that it belongs to; not given: election day. */
  readonly pollingDay?: string | undefined;
};

/** A notice that is drafted, checked and issued by hand. `Extra`: what the form asks beyond the case's own data. */
export type NoticeKindSpec<Extra extends z.ZodObject> = {
  readonly code: NoticeCode;
  readonly extra: Extra;
  /** Null: the case is not ready, there is nothing to say yet. */
  readonly draft: (db: Reader, electionId: string, extra: z.output<Extra>, today: string) => Promise<Draft | null>;
  /** Further rows in the same transaction. */
  readonly after?: (tx: Transaction, electionId: string, noticeId: string, facts: Facts) => Promise<void>;
};

/** For notices whose form asks nothing of its own: only the election, which every form names. */
export const nothingElse = z.object({ electionId: id });

const isFill = (content: NoticeContent): content is NoticeFill => !Array.isArray(content);

/** The body of a notice as it is printed. */
export function bodyOf(content: NoticeContent, head: PaperHead): readonly NoticeBlock[] {
  return isFill(content) ? fillTemplate(head.kind, content, { village: head.village, term: head.term, township: head.township, electionDay: head.electionDay, date: head.date, issuer: head.issuer }, head.law) : content;
}

/** The paper of a drafted notice. */
export const paperOf = (content: NoticeContent, correctsNumber: string | null) => (head: PaperHead): NoticePaper => ({
  kind: "notice",
  data: {
    number: head.number, issuer: head.issuer, title: `${head.village}${head.title}`, salutation: "全体村民",
    body: [...bodyOf(content, head)], date: head.date, correctsNumber, proof: head.proof,
  },
});

/** Who may issue a notice of an issuer: the township its own, the election committee's desk the village's. */
export const issuingAction = (issuer: Issuer): Action => (issuer === "townshipOffice" ? "notice.issueOffice" : "notice.issue");

/** Whether somebody may issue this notice of this case; the set of its pack says whose it is. */
export const mayIssue = (actor: Actor, issuer: Issuer, place: Place): boolean => may(actor.grants, issuingAction(issuer), place);

/** A notice on its way: the case, what it corrects, all findings together. */
export type NoticeCheck = {
  readonly one: NoticeCase;
  readonly draft: Draft;
  readonly head: PaperHead;
  readonly issuer: Issuer;
  /** The notice that it corrects or adds to. */
  readonly corrects: { readonly id: string; readonly number: string } | null;
  readonly findings: readonly Finding[];
};

const openProof = { fingerprint: "A".repeat(20), qr: "draft" };

/** Looks at a drafted notice as it would go out today. */
export async function checkNotice(db: Reader, one: NoticeCase, electionId: string, code: NoticeCode, draft: Draft, today: string): Promise<NoticeCheck> {
  const corrected = await correctedBy(db, one, electionId, code, draft);
  const head = headOf(one, code, today, openProof, corrected === null ? null : { number: corrected.number, issuer: issuerOf(one, corrected) });
  const issuer = code === "correction" && corrected !== null ? issuerOf(one, corrected) : head.kind.issuer;
  const paper = paperOf(draft.body, corrected?.number ?? null)(head);
  const checked = noticeFindings({
    set: noticeSetOf(one.law), kind: { ...head.kind, issuer }, law: one.law, today, pollingDay: draft.pollingDay ?? one.electionDay,
    committee: await db.committeeMember.count({ where: { electionId, state: "serving" } }),
    issued: new Set(one.notices.map((notice) => notice.code)),
    missing: isFill(draft.body) ? missingFields(head.kind, draft.body) : [],
    characters: missingGlyphs(JSON.stringify(paper.data)),
  });
  return { one, draft, head, issuer, corrects: corrected, findings: [...draft.findings, ...checked] };
}

/**
 * The notice that a new one corrects: as drafted, else the last of its kind. What tells of an event (a member left, an
 * objection was decided) stands for itself, and so does what prepares a vote that came after an announced result.
 */
async function correctedBy(db: Reader, one: NoticeCase, electionId: string, code: NoticeCode, draft: Draft): Promise<NoticeCase["notices"][number] | null> {
  if (draft.correctsId === null) return null;
  if (draft.correctsId !== undefined) return one.notices.find((notice) => notice.id === draft.correctsId) ?? null;
  const earlier = one.notices.findLast((notice) => notice.code === code);
  const kind = kindIn(noticeSetOf(one.law), code);
  if (earlier === undefined || kind.due.kind === "event") return null;
  if (kind.phase !== "ballot") return earlier;
  const decided = await db.determination.findFirst({ where: { electionId, announcedAt: { not: null } }, orderBy: { announcedAt: "desc" }, select: { announcedAt: true } });
  const announcedAt = decided?.announcedAt ?? null;
  return announcedAt !== null && earlier.issuedAt < announcedAt ? null : earlier;
}

/** Entered for a body without an account (村民委员会): who signed the paper for it. */
const signedBy = optionalLine(50);

/** The command that issues a notice of this kind; a second click gets the first answer, a second issue is refused. Notices that lead out of or into a phase ask its guard. */
export function noticeCommand<Extra extends z.ZodObject>(spec: NoticeKindSpec<Extra>) {
  const input = z.intersection(z.object({ electionId: id, acceptances, signedBy }), spec.extra);
  type Given = z.output<typeof input>;
  type Loaded = { readonly one: NoticeCase; readonly check: NoticeCheck | null };
  const load = async (tx: Transaction, given: Given, facts: Facts): Promise<Loaded | null> => {
    const one = await noticeCase(tx, given.electionId);
    if (one === null) return null;
    const draft = await spec.draft(tx, given.electionId, given, facts.today);
    return { one, check: draft === null ? null : await checkNotice(tx, one, given.electionId, spec.code, draft, facts.today) };
  };
  const decide = ({ one, check }: Loaded, given: Given, facts: Facts): Result<NoticeChange, Refusal> => {
    const kind = kindIn(noticeSetOf(one.law), spec.code);
    // Whose a correction is says the notice that it corrects; without one there is nothing to correct.
    if (check === null && spec.code === "correction") return invalid(null, "notReady");
    if (!mayIssue(facts.actor, check?.issuer ?? kind.issuer, facts.place)) return err({ kind: "forbidden" });
    if (check === null) return invalid(null, "notReady");
    if (!kind.repeatable && one.notices.some((notice) => notice.code === spec.code)) return invalid(null, "alreadyDone");
    if (check.issuer === "villagersCommittee" && given.signedBy === null) return invalid("signedBy", "required");
    const signature = check.issuer === "villagersCommittee" ? given.signedBy : null;
    return ok({ electionId: given.electionId, check, signature, signed: signature === null ? null : facts.commit(signature), accepted: [], issued: noneYet() });
  };
  const save = async (tx: Transaction, change: NoticeChange, facts: Facts) => {
    const { corrects, draft } = change.check;
    const issued = await issueNotice(tx, facts, change.electionId, {
      code: spec.code, paper: paperOf(draft.body, corrects?.number ?? null), ...(corrects === null ? {} : { correctsId: corrects.id }), signedBy: change.signature,
    });
    await spec.after?.(tx, change.electionId, issued.id, facts);
    change.issued.value = issued;
    return { electionId: change.electionId, noticeId: issued.id, number: issued.number };
  };
  const entry = (change: NoticeChange) => ({ ...issuedEntry(change.issued, change.accepted), ...(change.signed === null ? {} : { signedBy: change.signed }) });
  const parts = { name: `notice.issue.${spec.code}`, action: "notice.draft", input, scope: (given: Given) => ({ kind: "election", id: given.electionId }) as const, load, save, entry } as const;
  const findings = ({ check }: Loaded): readonly Finding[] => check?.findings ?? [];
  const act = guardedNotices[spec.code];
  if (act !== undefined) return guardedCommand(act, { ...parts, decide, findings });
  return defineCommand({
    ...parts,
    decide: (loaded: Loaded, given, facts) => {
      const decided = decide(loaded, given, facts);
      if (!decided.ok) return decided;
      const settled = settleFindings(findings(loaded), given.acceptances, facts);
      return settled.ok ? ok({ ...decided.value, accepted: settled.value }) : settled;
    },
  });
}

type NoticeChange = {
  readonly electionId: string;
  readonly check: NoticeCheck;
  readonly signature: string | null;
  /** Commitment to the signature. */
  readonly signed: string | null;
  readonly accepted: readonly Acceptance[];
  readonly issued: IssuedHolder;
};

type Issued = { readonly id: string; readonly number: string; readonly pdfSha256: string };
/** Filled by `save` and read by `entry` of the same change. */
export type IssuedHolder = { value: Issued | null };
export const noneYet = (): IssuedHolder => ({ value: null });

/** What the ledger keeps of an issued notice. */
export const issuedEntry = (issued: IssuedHolder, accepted: readonly Acceptance[]) => ({
  noticeId: issued.value?.id ?? "", number: issued.value?.number ?? "", pdfSha256: issued.value?.pdfSha256 ?? "", accepted,
});

/** A drafted notice as it would be printed now, for the check page. */
export type NoticePreview = {
  readonly paper: NoticePaper;
  readonly number: string;
  readonly title: string;
  readonly issuer: Issuer;
  readonly findings: readonly Finding[];
  readonly corrects: { readonly id: string; readonly number: string } | null;
  /** Usual days of the notice, and the last day that law or measures allow; null where there is none. */
  readonly due: NoticeDue | null;
  readonly lastDay: { readonly day: string; readonly citation: Citation } | null;
};

/** Makes the preview; null when the case is not ready. */
export async function previewNotice(db: Reader, electionId: string, code: NoticeCode, draft: Draft | null, today: string): Promise<NoticePreview | null> {
  const one = draft === null ? null : await noticeCase(db, electionId);
  if (draft === null || one === null) return null;
  const { head, issuer, corrects, findings: own } = await checkNotice(db, one, electionId, code, draft, today);
  const act = guardedNotices[code];
  const findings = act === undefined ? own : [...own, ...(await beforeAct(db, electionId, act, today))];
  const pollingDay = draft.pollingDay ?? one.electionDay;
  return {
    paper: paperOf(draft.body, corrects?.number ?? null)(head), number: head.number, title: head.title, issuer, findings, corrects,
    due: noticeDue(head.kind, pollingDay, one.law), lastDay: lastLawfulDay(head.kind, pollingDay, one.law),
  };
}
