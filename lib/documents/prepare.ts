import QRCode from "qrcode";
import { z } from "zod";
import type { DocumentData, DocumentKind } from "./kinds.ts";
import { rollListModel } from "./models/roll-papers.ts";
import { voterListModel, type VoterListData } from "./models/voter-list.ts";
import { listShape, namePages, NOTE_SHARE, type ListShape, type NameGroup } from "./name-pages.ts";
import { birthNote, repeatedNames } from "./same-names.ts";
import { SIGN_BOX, SIGNS_PER_GROUP, STROKES } from "./strokes.ts";

const withCards = z.object({ cards: z.array(z.object({ qr: z.string() })) });
const withProof = z.object({ proof: z.object({ fingerprint: z.string(), qr: z.string() }) });

/** The QR code's dark modules as one SVG path in black. */
function qrSvg(text: string): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const size = modules.size;
  const dark: string[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (modules.get(row, column)) dark.push(`M${column} ${row}h1v1h-1z`);
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}"><path d="${dark.join("")}"/></svg>`;
}

/** Keeps the birth year only where a name stands more than once. */
function namesApart(data: VoterListData): VoterListData {
  const repeated = repeatedNames(data.groups.flatMap((group) => group.voters));
  const groups = data.groups.map((group) => ({
    ...group,
    voters: group.voters.map((voter) => (repeated.has(voter.name) ? voter : { ...voter, birthYear: null })),
  }));
  return { ...data, groups };
}

/** Sheets of names for the template, numbered through the whole list. */
function postedPages({ groups, paper, columns }: VoterListData) {
  if (columns === undefined) return null;
  let number = 0;
  const people = groups.map(({ title, voters }): NameGroup => ({ title, people: voters.map((voter) => ({ number: (number += 1), name: voter.name, sex: voter.sex, note: birthNote(voter) })) }));
  return sheets(people, listShape(paper, columns));
}

const sheets = (groups: readonly NameGroup[], shape: ListShape) => ({ shape: { ...shape, note: NOTE_SHARE }, pages: namePages(groups, shape) });

function listPages(kind: DocumentKind, data: unknown) {
  if (kind === "voterList") return postedPages(voterListModel.parse(data));
  if (kind !== "rollList") return null;
  const { groups, paper, columns, sign } = rollListModel.parse(data);
  return sheets(groups, listShape(paper, columns, sign));
}

function extras(kind: DocumentKind, data: unknown): Readonly<Record<string, unknown>> {
  const parsed = withProof.safeParse(data);
  const cards = withCards.safeParse(data);
  return {
    qrSvg: parsed.success ? qrSvg(parsed.data.proof.qr) : null,
    // One code for each voter card, in their order.
    codes: cards.success ? cards.data.cards.map((card) => qrSvg(card.qr)) : [],
    list: listPages(kind, data),
    sign: { box: SIGN_BOX, group: SIGNS_PER_GROUP, strokes: STROKES },
  };
}

/** What the template reads: `paper`, the data, and `extra`, what is drawn from them. JSON text, never Typst code. */
export function templateInput(kind: DocumentKind, data: DocumentData<DocumentKind>): string {
  const paper = kind === "voterList" && "objectionsUntil" in data ? namesApart(data) : data;
  return JSON.stringify({ paper, extra: extras(kind, paper) });
}
