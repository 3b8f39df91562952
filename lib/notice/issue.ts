import type { Reader, Transaction } from "../database/client.ts";
import { renderDocument } from "../documents/render.ts";
import type { DocumentData } from "../documents/kinds.ts";
import { proofOf } from "../ledger/chain.ts";
import { scopeName } from "../ledger/append.ts";
import { termWords } from "../chinese/term.ts";
import { abandon, type Facts } from "../platform/command.ts";
import { sha256 } from "../platform/crypto.ts";
import { unreachable } from "../platform/result.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import type { Law } from "../law/law.ts";
import { NOTICE_CODES } from "../law/notice-set.ts";
import { kindIn, nextNumber, noticeSetOf, type Issuer, type NoticeCode, type NoticeKind } from "./set.ts";

/** The papers that a notice can be. */
export type NoticePaper =
  | { readonly kind: "notice"; readonly data: DocumentData<"notice"> }
  | { readonly kind: "voterList"; readonly data: DocumentData<"voterList"> };

/** A notice ready to be issued: what paper renders it, with which data. */
export type NoticeDraft = {
  readonly code: NoticeCode;
  /** Makes the paper's data, given number, fingerprint and issuer's name. */
  readonly paper: (head: PaperHead) => NoticePaper;
  /** The earlier notice that this one corrects. */
  readonly correctsId?: string;
  /** Who signed the paper for its issuer, where the person at the desk is not of that body (村民委员会). */
  readonly signedBy?: string | null;
};

/** What every paper carries at its head and foot. */
export type PaperHead = {
  /** "4", "4-1". */
  readonly number: string;
  readonly title: string;
  /** Issuer's full name, as under the text. */
  readonly issuer: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly proof: { readonly fingerprint: string; readonly qr: string };
  readonly village: string;
  /** 届次 in words: 第十三届. */
  readonly term: string;
  readonly township: string;
  readonly electionDay: string;
  /** Its entry in the case's set, and the law that its wording cites. */
  readonly kind: NoticeKind;
  readonly law: Law;
};

/** A case as far as its papers need it. */
export type NoticeCase = {
  readonly law: Law;
  readonly village: string;
  readonly township: string;
  readonly term: string;
  readonly electionDay: string;
  /** Notices issued so far, oldest first. */
  readonly notices: readonly { readonly id: string; readonly number: string; readonly code: string; readonly title: string; readonly issuedOn: string; readonly issuedAt: Date; readonly correctsId: string | null }[];
};

/** Reads what a case's papers need; null when there is no such election. */
export async function noticeCase(db: Reader, electionId: string): Promise<NoticeCase | null> {
  const row = await db.election.findUnique({
    where: { id: electionId },
    select: {
      term: true, ...lawFields, village: { select: { name: true, township: { select: { name: true } } } },
      notices: { select: { id: true, number: true, code: true, title: true, issuedOn: true, issuedAt: true, correctsId: true }, orderBy: { issuedAt: "asc" } },
    },
  });
  if (row === null) return null;
  return { law: electionLaw(row), village: row.village.name, township: row.village.township.name, term: termWords(row.term), electionDay: row.electionDay, notices: row.notices };
}

/** Head and foot of a case's next notice of a kind. `corrects`: the notice that it corrects or adds to. */
export function headOf(one: NoticeCase, code: NoticeCode, date: string, proof: PaperHead["proof"], corrects: { readonly number: string; readonly issuer?: Issuer } | null = null): PaperHead {
  const set = noticeSetOf(one.law);
  const kind = kindIn(set, code);
  const issuer = code === "correction" ? (corrects?.issuer ?? kind.issuer) : kind.issuer;
  return {
    number: nextNumber(set, code, new Set(one.notices.map((notice) => notice.number)), corrects?.number ?? null),
    title: kind.title, issuer: issuerName(issuer, one.village, one.township), date, proof, village: one.village, term: one.term, township: one.township,
    electionDay: one.electionDay, kind, law: one.law,
  };
}

/** A notice as issued. */
export type IssuedNotice = { readonly id: string; readonly number: string; readonly pdfSha256: string };

/**
 * Issues a notice inside a command: numbers it, renders it once to check every character and to keep the paper's
 * SHA-256, and freezes its data. Call it in `save`; name its id, number and hash in the ledger entry.
 */
export async function issueNotice(tx: Transaction, facts: Facts, electionId: string, draft: NoticeDraft): Promise<IssuedNotice> {
  const one = await noticeCase(tx, electionId);
  if (one === null) throw new Error("a notice of no election");
  const corrected = one.notices.find((notice) => notice.id === draft.correctsId);
  const corrects = corrected === undefined ? null : { number: corrected.number, issuer: issuerOf(one, corrected) };
  const head = headOf(one, draft.code, facts.today, proofOf(scopeName(facts.scope), facts.headHash), corrects);
  const document = draft.paper(head);
  const rendered = await renderPaper(document, facts.now);
  if (!rendered.ok) {
    const { error } = rendered;
    if (error.kind === "missingGlyph") {
      return abandon({ kind: "invalid", issues: [{ field: null, code: "missingGlyph", params: { characters: error.characters.join("、") } }] });
    }
    throw new Error(`notice ${draft.code} does not render: ${error.kind}`);
  }
  const row = {
    id: facts.newId(), electionId, number: head.number, code: draft.code, title: head.title, issuer: head.issuer,
    issuedOn: facts.today, issuedAt: facts.now, document: document.kind, data: document.data,
    fingerprint: head.proof.fingerprint, pdfSha256: sha256(rendered.value), correctsId: draft.correctsId ?? null, signedBy: draft.signedBy ?? null,
  };
  await tx.notice.create({ data: row });
  await tx.noticeDraft.deleteMany({ where: { electionId, code: draft.code, correctsId: draft.code === "correction" ? (draft.correctsId ?? "") : "" } });
  return { id: row.id, number: row.number, pdfSha256: row.pdfSha256 };
}

/** Whose notice an issued one is: a correction is its first notice's issuer's. */
export function issuerOf(one: NoticeCase, notice: { readonly code: string; readonly correctsId: string | null }): Issuer {
  const earlier = notice.code === "correction" ? one.notices.find((known) => known.id === notice.correctsId) : undefined;
  if (earlier !== undefined) return issuerOf(one, earlier);
  const code = NOTICE_CODES.find((known) => known === notice.code) ?? "correction";
  return kindIn(noticeSetOf(one.law), code).issuer;
}

/** Renders a notice's paper: the same data and time give the same bytes. */
export const renderPaper = (paper: NoticePaper, createdAt: Date): ReturnType<typeof renderDocument> =>
  paper.kind === "notice" ? renderDocument("notice", paper.data, { createdAt }) : renderDocument("voterList", paper.data, { createdAt });

/** The issuer's full name as it stands under a notice. */
export function issuerName(issuer: Issuer, village: string, township: string): string {
  switch (issuer) {
    case "electionCommittee":
      return `${village}村民选举委员会`;
    case "villagersCommittee":
      return `${village}村民委员会`;
    case "townshipOffice":
      return `${township}村民委员会换届选举指导组`;
    default:
      return unreachable(issuer);
  }
}
