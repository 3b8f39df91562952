import { defineCommand } from "#lib/platform/command.ts";
import { sha256 } from "#lib/platform/crypto.ts";
import { conflict, invalid, type Refusal } from "#lib/platform/refusal.ts";
import { ok, type Result } from "#lib/platform/result.ts";
import type { Reader } from "#lib/database/client.ts";
import { importInput, mappingInput, uploadInput } from "#lib/roll/inputs.ts";
import { isBlank } from "#lib/spreadsheet/model.ts";
import { isUsable, mappingNeedOf, mappingOf, previewOf, type ImportSummary } from "./summary.ts";
import type { RegisterReading } from "./read-register.ts";
import { entryRows, saveEntries, type SavedEntries } from "./save-entries.ts";
import { readUpload, sealUpload, waitingBytes, waitingRegister, type RegisterProblem } from "./stored-register.ts";
import { rollElection } from "#lib/roll/election.ts";

const scopeOfImport = async ({ importId }: { readonly importId: string }, db: Reader) => {
  const row = await db.rollImport.findUnique({ where: { id: importId }, select: { electionId: true } });
  return row === null ? null : { kind: "election" as const, id: row.electionId };
};

/** A published list is changed by supplements only: no register is taken over any more. */
const isPublished = async (db: Reader, electionId: string): Promise<boolean> => (await db.rollVersion.count({ where: { electionId } })) > 0;

function unreadable(problem: RegisterProblem & { readonly kind: "unreadable" }): { readonly ok: false; readonly error: Refusal } {
  const codes = { empty: "registerEmpty", unknownType: "wrongFileType", damaged: "registerDamaged", encrypted: "registerEncrypted", tooLarge: "tooLarge" } as const;
  return invalid("file", codes[problem.problem]);
}

/** What is kept of a reading: its preview, what the mapping screen needs, or a refusal. */
function summarise(reading: Result<RegisterReading, RegisterProblem>): Result<ImportSummary, Refusal> {
  if (reading.ok) return reading.value.persons.length === 0 ? invalid("file", "registerNobody") : ok(previewOf(reading.value));
  if (reading.error.kind === "unreadable") return unreadable(reading.error);
  const { problem } = reading.error;
  // Prose, program text and the like: no choice of columns could make a register of it.
  if (Math.max(0, ...problem.preview.map((row) => row.cells.filter((cell) => !isBlank(cell)).length)) < problem.missing.length) return invalid("file", "registerNoTable");
  return ok(mappingNeedOf(problem));
}

const countsIn = (summary: ImportSummary) => (summary.kind === "preview" ? { rows: summary.counts.rows, eligible: summary.counts.eligible.total, findings: summary.findings.length } : { rows: 0, eligible: 0, findings: 0 });

/** Takes a household register in for checking. The file stays encrypted until it is confirmed or discarded. */
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
    const before = await tx.rollImport.findFirst({ where: { electionId, fileSha256, state: { not: "discarded" } }, select: { state: true } });
    return { election, fileSha256, before, published: await isPublished(tx, electionId) };
  },
  decide: ({ election, fileSha256, before, published }, { fileName, bytes }, facts) => {
    if (published) return invalid(null, "rollPublished");
    if (before !== null) return invalid("file", before.state === "confirmed" ? "registerKnown" : "registerWaiting");
    const summary = summarise(readUpload(bytes, election, null));
    if (!summary.ok) return summary;
    return ok({ id: facts.newId(), electionId: election.id, fileName, fileSha256, bytes, summary: summary.value });
  },
  save: async (tx, { id, electionId, fileName, fileSha256, bytes, summary }, facts) => {
    const { cipher, keyId } = sealUpload(id, bytes);
    await tx.rollImport.create({
      data: { id, electionId, fileName, fileSha256, fileCipher: cipher, fileKey: keyId, state: summary.kind, summary, uploadedBy: facts.actor.accountId, createdAt: facts.now },
    });
    return { electionId, importId: id };
  },
  entry: ({ id, fileSha256, summary }) => ({ importId: id, fileSha256, state: summary.kind, ...countsIn(summary) }),
});

/** Says which column is which, when the headings could not be recognised. */
export const mapRegisterColumns = defineCommand({
  name: "roll.mapRegisterColumns",
  action: "roll.write",
  input: mappingInput,
  timeoutMs: 60_000,
  scope: scopeOfImport,
  load: async (tx, { importId }, facts) => {
    const row = await tx.rollImport.findUnique({ where: { id: importId }, select: { electionId: true, state: true } });
    const election = row === null ? null : await rollElection(tx, row.electionId);
    const bytes = await waitingBytes(tx, importId);
    if (row === null || election === null || election.id !== facts.place.electionId) return null;
    return { election, state: row.state, bytes };
  },
  decide: ({ election, state, bytes }, { importId, headerRow, columns }) => {
    if (bytes === null || (state !== "mapping" && state !== "preview")) return conflict;
    const chosen = Object.values(columns).filter((place) => place !== null);
    if (new Set(chosen).size !== chosen.length) return invalid("columns", "columnTwice");
    const mapping = mappingOf(headerRow, columns);
    const reading = readUpload(bytes, election, mapping);
    if (!reading.ok && reading.error.kind === "columns") return invalid(`columns.${reading.error.problem.missing[0] ?? "name"}`, "columnMissing");
    const summary = summarise(reading);
    return summary.ok ? ok({ importId, electionId: election.id, mapping, summary: summary.value }) : summary;
  },
  save: async (tx, { importId, electionId, mapping, summary }) => {
    await tx.rollImport.update({ where: { id: importId }, data: { state: summary.kind, mapping: { headerRow: mapping.headerRow, columns: { ...mapping.columns } }, summary } });
    return { electionId, importId };
  },
  entry: ({ importId, mapping, summary }) => ({ importId, headerRow: mapping.headerRow, columns: { ...mapping.columns }, ...countsIn(summary) }),
});

type Holder = { saved: SavedEntries | null };

/** Takes the checked register over into the roll: one ledger entry for the whole file. */
export const confirmImport = defineCommand({
  name: "roll.confirmImport",
  action: "roll.write",
  input: importInput,
  timeoutMs: 120_000,
  scope: scopeOfImport,
  load: async (tx, { importId }, facts) => {
    const row = await tx.rollImport.findUnique({ where: { id: importId }, select: { electionId: true, state: true, fileSha256: true } });
    const election = row === null ? null : await rollElection(tx, row.electionId);
    if (row === null || election === null || election.id !== facts.place.electionId) return null;
    return { election, row, reading: await waitingRegister(tx, importId, election), published: await isPublished(tx, election.id) };
  },
  decide: ({ election, row, reading, published }, { importId }) => {
    if (published) return invalid(null, "rollPublished");
    if (row.state === "mapping") return invalid(null, "columnMissing");
    if (row.state !== "preview" || reading === null) return invalid(null, "alreadyDone");
    const holder: Holder = { saved: null };
    return ok({ importId, election, fileSha256: row.fileSha256, persons: reading.persons.filter(isUsable), findings: reading.findings, left: reading.persons.filter((person) => !isUsable(person)).length, holder });
  },
  save: async (tx, { importId, election, persons, findings, holder }, facts) => {
    const rows = entryRows(persons, findings, facts.newId);
    holder.saved = await saveEntries(tx, election, importId, rows);
    await tx.rollImport.update({ where: { id: importId }, data: { state: "confirmed", confirmedAt: facts.now, fileCipher: null, fileKey: null } });
    return { electionId: election.id, importId, added: holder.saved.added, updated: holder.saved.updated };
  },
  entry: ({ importId, fileSha256, persons, left, holder }) => ({ importId, fileSha256, persons: persons.length, leftOut: left, added: holder.saved?.added ?? 0, updated: holder.saved?.updated ?? 0, kept: holder.saved?.kept ?? 0 }),
});

/** Throws an uploaded register away; its file is deleted. */
export const discardImport = defineCommand({
  name: "roll.discardImport",
  action: "roll.write",
  input: importInput,
  scope: scopeOfImport,
  load: async (tx, { importId }, facts) => {
    const row = await tx.rollImport.findUnique({ where: { id: importId }, select: { electionId: true, state: true, fileSha256: true } });
    return row === null || row.electionId !== facts.place.electionId ? null : row;
  },
  decide: (row, { importId }) => (row.state === "mapping" || row.state === "preview" ? ok({ importId, ...row }) : invalid(null, "alreadyDone")),
  save: async (tx, { importId, electionId }) => {
    await tx.rollImport.update({ where: { id: importId }, data: { state: "discarded", fileCipher: null, fileKey: null } });
    return { electionId, importId };
  },
  entry: ({ importId, fileSha256 }) => ({ importId, fileSha256 }),
});
