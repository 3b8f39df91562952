import { defineCommand } from "#lib/platform/command.ts";
import { sha256 } from "#lib/platform/crypto.ts";
import { conflict, invalid } from "#lib/platform/refusal.ts";
import { ok } from "#lib/platform/result.ts";
import type { Reader, Transaction } from "#lib/database/client.ts";
import { rollElection } from "#lib/roll/election.ts";
import { chooseKeptInput, confirmImportInput, importInput, mappingInput, uploadInput } from "#lib/roll/inputs.ts";
import { REGISTER_COLUMNS } from "./columns.ts";
import { isInterrupted } from "./reading-state.ts";
import { sealUpload } from "./stored-register.ts";
import { mappingOf, summarySchema, type ImportSummary } from "./summary.ts";
import { takeOver, type TakenOver } from "./take-over.ts";

const scopeOfImport = async ({ importId }: { readonly importId: string }, db: Reader) => {
  const row = await db.rollImport.findUnique({ where: { id: importId }, select: { electionId: true } });
  return row === null ? null : { kind: "election" as const, id: row.electionId };
};

/** A published list is changed by supplements only: no register is taken over any more. */
const isPublished = async (db: Reader, electionId: string): Promise<boolean> => (await db.rollVersion.count({ where: { electionId } })) > 0;

const NOT_READ: ImportSummary = { kind: "reading" };

/**
 * An upload of the command's own election, held fast: the process that reads it writes its outcome before or afterwards,
 * never in between. Null when it lies elsewhere.
 */
async function uploadOf(tx: Transaction, importId: string, electionId: string | undefined) {
  await tx.$queryRaw`SELECT id FROM "RollImport" WHERE id = ${importId} FOR NO KEY UPDATE`;
  const row = await tx.rollImport.findUnique({ where: { id: importId }, select: { id: true, electionId: true, state: true, attempt: true, fileSha256: true, progress: true, beatAt: true, summary: true, electionDay: true, part: true } });
  return row === null || row.electionId !== electionId ? null : row;
}

/** Takes a household register in. It stays encrypted until it is confirmed or discarded; a process of its own reads it then. */
export const uploadRegister = defineCommand({
  name: "roll.uploadRegister",
  action: "roll.write",
  input: uploadInput,
  timeoutMs: 60_000,
  scope: ({ electionId }) => ({ kind: "election", id: electionId }),
  load: async (tx, { electionId, bytes }) => {
    const election = await rollElection(tx, electionId);
    if (election === null) return null;
    const fileSha256 = sha256(bytes);
    const before = await tx.rollImport.findFirst({ where: { electionId, fileSha256, state: { notIn: ["discarded", "failed"] } }, select: { state: true } });
    return { election, fileSha256, before, published: await isPublished(tx, electionId) };
  },
  decide: ({ election, fileSha256, before, published }, { fileName, bytes }, facts) => {
    if (published) return invalid(null, "rollPublished");
    if (before !== null) return invalid("file", before.state === "confirmed" ? "registerKnown" : "registerWaiting");
    if (bytes.length === 0) return invalid("file", "registerEmpty");
    return ok({ id: facts.newId(), electionId: election.id, fileName, fileSha256, bytes });
  },
  save: async (tx, { id, electionId, fileName, fileSha256, bytes }, facts) => {
    const { cipher, keyId } = sealUpload(id, bytes);
    await tx.rollImport.create({
      data: { id, electionId, fileName, fileSha256, fileCipher: cipher, fileKey: keyId, state: "reading", summary: NOT_READ, beatAt: facts.now, uploadedBy: facts.actor.accountId, createdAt: facts.now },
    });
    return { electionId, importId: id };
  },
  entry: ({ id, fileSha256, bytes }) => ({ importId: id, fileSha256, bytes: bytes.length }),
});

/** Says which column is which: when the headings could not be recognised, or were recognised wrongly. The file is read again so. */
export const mapRegisterColumns = defineCommand({
  name: "roll.mapRegisterColumns",
  action: "roll.write",
  input: mappingInput,
  scope: scopeOfImport,
  load: (tx, { importId }, facts) => uploadOf(tx, importId, facts.place.electionId),
  decide: (row, { headerRow, columns }) => {
    if (row.state !== "mapping" && row.state !== "preview") return conflict;
    const chosen = Object.values(columns).filter((place) => place !== null);
    if (new Set(chosen).size !== chosen.length) return invalid("columns", "columnTwice");
    const mapping = mappingOf(headerRow, columns);
    const missing = REGISTER_COLUMNS.find(({ field, required }) => required && mapping.columns[field] === undefined);
    if (missing !== undefined) return invalid(`columns.${missing.field}`, "columnMissing");
    return ok({ row, mapping });
  },
  save: async (tx, { row, mapping }, facts) => {
    await readAgain(tx, row, facts.now, { mapping: { headerRow: mapping.headerRow, columns: { ...mapping.columns } } });
    return { electionId: row.electionId, importId: row.id };
  },
  entry: ({ row, mapping }) => ({ importId: row.id, headerRow: mapping.headerRow, columns: { ...mapping.columns } }),
});

type Waiting = { readonly id: string; readonly attempt: number };

/** The upload waits to be read anew; nothing of an earlier reading stays, and one that is still under way will keep nothing. */
async function readAgain(tx: Transaction, { id, attempt }: Waiting, now: Date, more: { readonly mapping?: object } = {}): Promise<void> {
  await tx.rollImportRow.deleteMany({ where: { importId: id } });
  await tx.rollImport.update({ where: { id, attempt }, data: { state: "reading", summary: NOT_READ, attempt: attempt + 1, progress: { step: "waiting", done: 0, total: 1 }, beatAt: now, part: false, ...more } });
}

/** Reads an upload once more: its reading was interrupted, or election day has moved since. */
export const rereadRegister = defineCommand({
  name: "roll.rereadRegister",
  action: "roll.write",
  input: importInput,
  scope: scopeOfImport,
  load: async (tx, { importId }, facts) => {
    const row = await uploadOf(tx, importId, facts.place.electionId);
    const election = row === null ? null : await rollElection(tx, row.electionId);
    return row === null || election === null ? null : { row, moved: row.state === "preview" && row.electionDay !== election.electionDay };
  },
  decide: ({ row, moved }, _, facts) => (moved || isInterrupted(row, facts.now) ? ok(row) : conflict),
  save: async (tx, row, facts) => {
    await readAgain(tx, row, facts.now);
    return { electionId: row.electionId, importId: row.id };
  },
  entry: ({ id, attempt, fileSha256 }) => ({ importId: id, fileSha256, attempt: attempt + 1 }),
});

/** Chooses, of the entries on which somebody worked by hand, those that take the register's content. */
export const chooseKept = defineCommand({
  name: "roll.chooseKept",
  action: "roll.write",
  input: chooseKeptInput,
  scope: scopeOfImport,
  load: (tx, { importId }, facts) => uploadOf(tx, importId, facts.place.electionId),
  decide: (row, { shown, take }) => (row.state === "preview" ? ok({ row, take: take.filter((place) => shown.includes(place)), leave: shown.filter((place) => !take.includes(place)) }) : conflict),
  save: async (tx, { row, take, leave }) => {
    // An entry that was merged into another one has nothing to write: there is nothing to choose.
    const kept = { importId: row.id, action: "kept", NOT: { changes: { isEmpty: true } } };
    await tx.rollImportRow.updateMany({ where: { ...kept, place: { in: take } }, data: { take: true } });
    await tx.rollImportRow.updateMany({ where: { ...kept, place: { in: leave } }, data: { take: false } });
    return { electionId: row.electionId, importId: row.id };
  },
  entry: ({ row, take, leave }) => ({ importId: row.id, take, leave }),
});

type Holder = { taken: TakenOver | null };

/** Takes the checked register over into the roll: one ledger entry for the whole file. */
export const confirmImport = defineCommand({
  name: "roll.confirmImport",
  action: "roll.write",
  input: confirmImportInput,
  timeoutMs: 120_000,
  scope: scopeOfImport,
  load: async (tx, { importId }, facts) => {
    const row = await uploadOf(tx, importId, facts.place.electionId);
    const election = row === null ? null : await rollElection(tx, row.electionId);
    return row === null || election === null ? null : { row, election, published: await isPublished(tx, election.id) };
  },
  decide: ({ row, election, published }, { extent }) => {
    if (published) return invalid(null, "rollPublished");
    if (row.state === "mapping") return invalid(null, "columnMissing");
    if (row.state === "reading") return invalid(null, "registerNotRead");
    const summary = summarySchema.parse(row.summary);
    if (row.state !== "preview" || summary.kind !== "preview") return invalid(null, "alreadyDone");
    if (row.electionDay !== election.electionDay) return invalid(null, "registerDayMoved");
    const holder: Holder = { taken: null };
    return ok({ row, election, extent: row.part ? "part" : (extent ?? "whole"), rows: summary.counts.rows, unusable: summary.unusable, holder } as const);
  },
  save: async (tx, { row, election, extent, holder }, facts) => {
    holder.taken = await takeOver(tx, election, row.id, extent, facts);
    await tx.rollImport.update({ where: { id: row.id }, data: { state: "confirmed", confirmedAt: facts.now, fileCipher: null, fileKey: null } });
    return { electionId: election.id, importId: row.id, ...holder.taken };
  },
  entry: ({ row, rows, unusable, extent, holder }) => ({ importId: row.id, fileSha256: row.fileSha256, rows, leftOut: unusable, extent, ...(holder.taken ?? {}) }),
});

/** Throws an uploaded register away at any time; its file and its rows are deleted, and whoever still reads it keeps nothing. */
export const discardImport = defineCommand({
  name: "roll.discardImport",
  action: "roll.write",
  input: importInput,
  timeoutMs: 60_000,
  scope: scopeOfImport,
  load: (tx, { importId }, facts) => uploadOf(tx, importId, facts.place.electionId),
  decide: (row) => (row.state === "reading" || row.state === "mapping" || row.state === "preview" ? ok(row) : invalid(null, "alreadyDone")),
  save: async (tx, { id, electionId }) => {
    await tx.rollImportRow.deleteMany({ where: { importId: id } });
    await tx.rollImport.update({ where: { id }, data: { state: "discarded", fileCipher: null, fileKey: null, headingsCipher: null, summary: NOT_READ } });
    return { electionId, importId: id };
  },
  entry: ({ id, fileSha256 }) => ({ importId: id, fileSha256 }),
});
