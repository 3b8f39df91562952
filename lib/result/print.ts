import { today } from "../calendar/day.ts";
import { termWords } from "../chinese/term.ts";
import type { Reader } from "../database/client.ts";
import type { CertificateData } from "../documents/models/certificate.ts";
import { renderDocument, type DocumentRefusal } from "../documents/render.ts";
import type { Office } from "../law/parameters.ts";
import { proofOf } from "../ledger/chain.ts";
import { headOf } from "../ledger/queries.ts";
import { scopeName, type Scope } from "../ledger/append.ts";
import type { Result } from "../platform/result.ts";
import { resultReport, tallySheet } from "./papers.ts";
import type { ResultView } from "./queries.ts";
import { officeOf } from "./stored.ts";
import { officeTitle } from "./words.ts";

type Pdf = Promise<Result<Uint8Array, DocumentRefusal>>;

/** What proves a paper printed now: the head of the election's chain. */
async function proofNow(db: Reader, electionId: string) {
  const scope: Scope = { kind: "election", id: electionId };
  const head = await headOf(db, scope);
  return head === null ? null : proofOf(scopeName(scope), head.hash);
}

/** The result report or tally sheet of a determination as PDF; dated with the day of the determination. */
export async function resultPaper(db: Reader, view: ResultView, paper: "report" | "tallySheet"): Pdf {
  const proof = await proofNow(db, view.election.id);
  const day = today(view.at);
  return paper === "report" ? renderDocument("resultReport", resultReport(view, proof, day), { createdAt: view.at }) : renderDocument("tallySheet", tallySheet(view, proof, day), { createdAt: view.at });
}

/** A certificate of election as PDF; a reprint says so. Null: no such certificate. */
export async function certificatePaper(db: Reader, certificateId: string, now: Date): Promise<{ readonly name: string; readonly pdf: Awaited<Pdf> } | null> {
  const row = await db.certificate.findUnique({
    where: { id: certificateId },
    select: { number: true, name: true, office: true, issuedOn: true, reprints: true, electionId: true, election: { select: { term: true, electionDay: true, village: { select: { name: true, township: { select: { name: true } } } } } } },
  });
  if (row === null) return null;
  const office: Office = officeOf(row.office);
  const data: CertificateData = {
    village: row.election.village.name, term: termWords(row.election.term), number: row.number, name: row.name, office: officeTitle(office, null), electedOn: await electedOn(db, row.electionId, row.election.electionDay),
    issuer: `${row.election.village.township.name}人民政府`, date: row.issuedOn, reprint: row.reprints, proof: await proofNow(db, row.electionId),
  };
  return { name: `当选证书 ${row.name}`, pdf: await renderDocument("certificate", data, { createdAt: now }) };
}

/** Day of the vote that completed the committee. */
async function electedOn(db: Reader, electionId: string, day: string): Promise<string> {
  const vote = await db.vote.findFirst({ where: { electionId, state: "determined" }, orderBy: { number: "desc" }, select: { heldOn: true } });
  return vote?.heldOn ?? day;
}
