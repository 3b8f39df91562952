import { z } from "zod";
import { maskIdentity } from "#lib/chinese/identity-number.ts";
import { pinyinKeys } from "#lib/chinese/pinyin.ts";
import type { Transaction } from "#lib/database/client.ts";
import { identityHash, seal } from "#lib/platform/crypto.ts";
import type { UsablePerson } from "./summary.ts";
import type { RegisterFault, RegisterFinding } from "#lib/roll/model.ts";
import type { RollElection } from "#lib/roll/election.ts";

/** How many rows one statement takes. */
const BLOCK = 10_000;

/** Faults that stay open on an entry until a person settles them. */
const STAYS_OPEN: ReadonlySet<RegisterFault> = new Set([
  "idMissing", "idLostDigits", "idFormat", "idCheckDigit", "id15", "birthMismatch", "sexMismatch", "likelyDuplicate", "nameUnusual", "groupUnknown", "residenceUnknown",
]);

/** A person of the register with everything that the database keeps of him. */
export type EntryRow = { readonly id: string; readonly newPersonId: string; readonly person: UsablePerson; readonly idHash: string | null; readonly groupNumber: number; readonly openFindings: readonly string[]; readonly pinyin: string };

export type SavedEntries = { readonly added: number; readonly updated: number; readonly kept: number };

/** What a search finds a name by: its syllables, and their first letters. */
export const searchKeys = (name: string): string => {
  const { full, initials } = pinyinKeys(name);
  return `${full} ${initials}`;
};

/** Prepares rows for the database. Groups without a number become group 0, with a finding. */
export function entryRows(persons: readonly UsablePerson[], findings: readonly RegisterFinding[], newId: () => string): readonly EntryRow[] {
  const byRow = Map.groupBy(findings.filter(({ kind }) => STAYS_OPEN.has(kind)), ({ row }) => row);
  return persons.map((person) => {
    const groupNumber = person.group !== null && /^\d{1,3}$/u.test(person.group) ? Number(person.group) : 0;
    const kinds = new Set((byRow.get(person.row) ?? []).map(({ kind }) => kind));
    if (groupNumber === 0) kinds.add("groupUnknown");
    const idHash = person.idSound ? Buffer.from(identityHash(person.idNumber)).toString("hex") : null;
    return { id: newId(), newPersonId: newId(), person, idHash, groupNumber, openFindings: [...kinds], pinyin: searchKeys(person.name) };
  });
}

/** The encrypted number of a person as the columns of `Person` hold it; hexadecimal for the statement. */
function numberColumns(row: EntryRow): { readonly cipher: string; readonly mask: string; readonly key: string } {
  if (row.person.idNumber === "") return { cipher: "", mask: "", key: "" };
  const { cipher, keyId } = seal(row.person.idNumber, personContext(row.newPersonId));
  return { cipher: Buffer.from(cipher).toString("hex"), mask: maskIdentity(row.person.idNumber), key: keyId };
}

/** Binds an encrypted number to its person's row. */
export const personContext = (personId: string): string => `person:${personId}`;

/** Persons of these rows: those with a known number are found again, the others are made. Gives the person's id per row. */
async function savePersons(tx: Transaction, townshipId: string, rows: readonly EntryRow[]): Promise<ReadonlyMap<EntryRow, string>> {
  const columns = rows.map(numberColumns);
  await tx.$executeRaw`
    INSERT INTO "Person" (id, "townshipId", "idCipher", "idHash", "idMask", "idKey")
    SELECT p.id, ${townshipId}, decode(NULLIF(p.cipher, ''), 'hex'), decode(NULLIF(p.hash, ''), 'hex'), NULLIF(p.mask, ''), NULLIF(p.key, '')
    FROM unnest(${rows.map((row) => row.newPersonId)}::text[], ${columns.map(({ cipher }) => cipher)}::text[], ${rows.map((row) => row.idHash ?? "")}::text[], ${columns.map(({ mask }) => mask)}::text[], ${columns.map(({ key }) => key)}::text[])
      AS p(id, cipher, hash, mask, key)
    ON CONFLICT ("townshipId", "idHash") DO NOTHING`;
  const known = z.array(z.object({ id: z.string(), hash: z.string() })).parse(
    await tx.$queryRaw`SELECT id, encode("idHash", 'hex') AS hash FROM "Person" WHERE "townshipId" = ${townshipId} AND "idHash" = ANY (SELECT decode(h, 'hex') FROM unnest(${rows.flatMap((row) => row.idHash ?? [])}::text[]) AS h)`,
  );
  const byHash = new Map(known.map(({ id, hash }) => [hash, id]));
  return new Map(rows.map((row) => [row, (row.idHash === null ? undefined : byHash.get(row.idHash)) ?? row.newPersonId]));
}

/** People on the roll without a sound number: another register's row of the same name and birth is the same entry. */
async function withoutNumber(tx: Transaction, electionId: string): Promise<ReadonlySet<string>> {
  const entries = await tx.rollEntry.findMany({ where: { electionId, person: { idHash: null } }, select: { name: true, bornOn: true } });
  return new Set(entries.map(({ name, bornOn }) => `${name}|${bornOn}`));
}

/**
 * Puts rows on the roll in blocks. People already on it are brought up to date unless somebody has worked on their
 * entry by hand; nobody is taken off.
 */
export async function saveEntries(tx: Transaction, election: RollElection, importId: string, rows: readonly EntryRow[]): Promise<SavedEntries> {
  const there = await withoutNumber(tx, election.id);
  const fresh = rows.filter((row) => row.idHash !== null || !there.has(`${row.person.name}|${row.person.birthDate}`));
  let added = 0;
  let updated = 0;
  for (let start = 0; start < fresh.length; start += BLOCK) {
    const block = fresh.slice(start, start + BLOCK);
    const persons = await savePersons(tx, election.townshipId, block);
    const saved = await saveBlock(tx, election, importId, block, persons);
    added += saved.filter(({ inserted }) => inserted).length;
    updated += saved.filter(({ inserted }) => !inserted).length;
  }
  return { added, updated, kept: rows.length - added - updated };
}

async function saveBlock(tx: Transaction, election: RollElection, importId: string, block: readonly EntryRow[], persons: ReadonlyMap<EntryRow, string>): Promise<readonly { readonly inserted: boolean }[]> {
  const column = (value: (row: EntryRow) => string): string[] => block.map(value);
  const whole = (value: (row: EntryRow) => number): number[] => block.map(value);
  const rows = await tx.$queryRaw`
    INSERT INTO "RollEntry" (id, "electionId", "driveId", "personId", name, sex, "bornOn", ethnicity, relation, "groupNumber", "householdNumber",
      category, "livesHere", "takesPart", exclusion, status, "openFindings", remarks, pinyin, "sourceRow", "importId")
    SELECT e.id, ${election.id}, ${election.driveId}, e.person, e.name, e.sex, e.born, NULLIF(e.ethnicity, ''), NULLIF(e.relation, ''), e.grp, NULLIF(e.household, ''),
      e.category, e.lives = 'yes', CASE e.takes WHEN 'yes' THEN true WHEN 'no' THEN false END, NULLIF(e.exclusion, ''), e.status, string_to_array(e.open, ' '), NULLIF(e.remarks, ''), e.pinyin, e.source, ${importId}
    FROM unnest(
      ${column((row) => row.id)}::text[], ${column((row) => persons.get(row) ?? row.newPersonId)}::text[], ${column((row) => row.person.name)}::text[], ${column((row) => row.person.sex)}::text[],
      ${column((row) => row.person.birthDate)}::text[], ${column((row) => row.person.ethnicity)}::text[], ${column((row) => row.person.relation)}::text[], ${whole((row) => row.groupNumber)}::int[],
      ${column((row) => row.person.household)}::text[], ${whole((row) => row.person.category)}::int[], ${column((row) => (row.person.livesHere ? "yes" : "no"))}::text[],
      ${column((row) => (row.person.takesPart === null ? "" : row.person.takesPart ? "yes" : "no"))}::text[], ${column((row) => row.person.exclusion ?? "")}::text[], ${column((row) => row.person.status)}::text[],
      ${column((row) => row.openFindings.join(" "))}::text[], ${column((row) => row.person.remark)}::text[], ${column((row) => row.pinyin)}::text[], ${whole((row) => row.person.row)}::int[]
    ) AS e(id, person, name, sex, born, ethnicity, relation, grp, household, category, lives, takes, exclusion, status, open, remarks, pinyin, source)
    ON CONFLICT ("electionId", "personId") DO UPDATE SET
      name = EXCLUDED.name, sex = EXCLUDED.sex, "bornOn" = EXCLUDED."bornOn", ethnicity = EXCLUDED.ethnicity, relation = EXCLUDED.relation, "groupNumber" = EXCLUDED."groupNumber",
      "householdNumber" = EXCLUDED."householdNumber", category = EXCLUDED.category, "livesHere" = EXCLUDED."livesHere", "takesPart" = EXCLUDED."takesPart", exclusion = EXCLUDED.exclusion,
      status = EXCLUDED.status, "openFindings" = EXCLUDED."openFindings", remarks = EXCLUDED.remarks, pinyin = EXCLUDED.pinyin, "sourceRow" = EXCLUDED."sourceRow", "importId" = EXCLUDED."importId"
      WHERE "RollEntry".version = 1
    RETURNING (xmax = 0) AS inserted`;
  return z.array(z.object({ inserted: z.boolean() })).parse(rows);
}
