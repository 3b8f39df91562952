import type { Transaction } from "../database/client.ts";
import { renderDocument } from "../documents/render.ts";
import type { DocumentData } from "../documents/kinds.ts";
import { proofOf } from "../ledger/chain.ts";
import { scopeName } from "../ledger/append.ts";
import { termWords } from "../chinese/term.ts";
import { abandon, type Facts } from "../platform/command.ts";
import { sha256 } from "../platform/crypto.ts";
import { unreachable } from "../platform/result.ts";
import { nextNumber, noticeSet, type Issuer, type NoticeCode } from "./set.ts";

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
};

/** A notice as issued. */
export type IssuedNotice = { readonly id: string; readonly number: string; readonly pdfSha256: string };

/**
 * Issues a notice inside a command: numbers it, renders it once to check every character and to keep the paper's
 * SHA-256, and freezes its data. Call it in `save`; name its id, number and hash in the ledger entry.
 */
export async function issueNotice(tx: Transaction, facts: Facts, electionId: string, draft: NoticeDraft): Promise<IssuedNotice> {
  const election = await tx.election.findUniqueOrThrow({
    where: { id: electionId },
    select: { term: true, village: { select: { name: true, township: { select: { name: true } } } }, notices: { select: { number: true } } },
  });
  const kind = noticeSet[draft.code];
  const head: PaperHead = {
    number: nextNumber(draft.code, new Set(election.notices.map((notice) => notice.number))),
    title: kind.title,
    issuer: issuerName(kind.issuer, election.village.name, election.village.township.name),
    date: facts.today,
    proof: proofOf(scopeName(facts.scope), facts.headHash),
    village: election.village.name,
    term: termWords(election.term),
  };
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
    fingerprint: head.proof.fingerprint, pdfSha256: sha256(rendered.value), correctsId: draft.correctsId ?? null,
  };
  await tx.notice.create({ data: row });
  return { id: row.id, number: row.number, pdfSha256: row.pdfSha256 };
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
