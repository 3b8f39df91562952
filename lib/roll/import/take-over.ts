import { z } from "zod";
import { Prisma } from "#lib/database/generated/client.ts";
import type { Transaction } from "#lib/database/client.ts";
import type { Facts } from "#lib/platform/command.ts";
import type { RollElection } from "#lib/roll/election.ts";
import type { ImportExtent } from "#lib/roll/inputs.ts";
import { face } from "./faces.ts";
import { goneEntries } from "./gone.ts";

/** What a confirmation did: people added, entries brought up to date, entries left as somebody's hand made them, and entries that the register no longer has. */
export type TakenOver = { readonly added: number; readonly updated: number; readonly kept: number; readonly gone: number };

/** A row that a confirmation writes over an entry. */
const WRITTEN = Prisma.sql`(r.action = 'changed' OR r.action = 'kept' AND r.take)`;
const changed = (field: string): Prisma.Sql => Prisma.sql`${field} = ANY (r.changes)`;
const taken = (column: string, field = column): Prisma.Sql => Prisma.sql`${Prisma.raw(`"${column}"`)} = CASE WHEN ${changed(field)} THEN r.${Prisma.raw(`"${column}"`)} ELSE e.${Prisma.raw(`"${column}"`)} END`;
const cleared = (column: string, fields: readonly string[]): Prisma.Sql => Prisma.sql`${Prisma.raw(`"${column}"`)} = CASE WHEN r.changes && ${fields}::text[] THEN NULL ELSE e.${Prisma.raw(`"${column}"`)} END`;

/** Fields that decide a person's standing. */
const STANDING = ["bornOn", "category", "takesPart", "exclusion"];
const ABOUT_NUMBER = ["idMissing", "idLostDigits", "idFormat", "idCheckDigit", "id15"];
const OF_REGISTER = [...ABOUT_NUMBER, "birthMismatch", "sexMismatch", "likelyDuplicate", "nameUnusual", "groupUnknown", "residenceUnknown"];

/** Findings that a row leaves open on the entry it is written over: its own, and those that do not come from a register. */
const openFindings = Prisma.sql`ARRAY(
  SELECT k FROM unnest(e."openFindings") k WHERE k <> ALL (${OF_REGISTER}::text[])
  UNION SELECT k FROM unnest(r."openFindings") k
    WHERE NOT (r."idHash" IS NULL AND p."idHash" IS NOT NULL AND k = ANY (${ABOUT_NUMBER}::text[])) AND NOT (k = 'groupUnknown' AND e."groupNumber" <> 0)
  ORDER BY 1)`;

/** Takes the staged rows of an upload over into the roll, in the caller's transaction. Rows are compared with the roll as it is now. */
export async function takeOver(tx: Transaction, election: RollElection, importId: string, extent: ImportExtent, facts: Facts): Promise<TakenOver> {
  await tx.$executeRaw`SELECT roll_import_compare(${importId})`;
  const { added: wanted, written, kept, matched, mending } = await countRows(tx, importId);
  const allNew = await addPersons(tx, election, importId, wanted);
  const added = await addEntries(tx, election, importId, allNew);
  if (added !== wanted) throw new Error("not every new row made an entry");
  const updated = written > 0 ? await updateEntries(tx, election, importId, facts) : 0;
  if (matched > 0) await markReturned(tx, importId);
  if (mending > 0) await markDoubles(tx, importId, facts);
  const gone = await markGone(tx, importId, extent, facts);
  await forgetRows(tx, importId);
  return { added, updated, kept, gone };
}

const countSchema = z.tuple([z.object({ added: z.number(), written: z.number(), kept: z.number(), matched: z.number(), mending: z.number() })]);

/** What there is to do: the first register of a roll has nothing but new people. */
async function countRows(tx: Transaction, importId: string): Promise<z.output<typeof countSchema>[0]> {
  const rows = await tx.$queryRaw`
    SELECT count(*) FILTER (WHERE r.action = 'added')::int AS added, count(*) FILTER (WHERE ${WRITTEN})::int AS written, count(*) FILTER (WHERE r.action = 'kept' AND NOT r.take)::int AS kept,
      count(r."matchId")::int AS matched, count(r."mendsImportId")::int AS mending FROM "RollImportRow" r WHERE r."importId" = ${importId}`;
  return countSchema.parse(rows)[0];
}

/** The persons of new entries; false when somebody of the township had one of their numbers before. */
async function addPersons(tx: Transaction, { townshipId }: RollElection, importId: string, wanted: number): Promise<boolean> {
  return (await insertPersons(tx, townshipId, importId, Prisma.sql`r.action = 'added'`)) === wanted;
}

function insertPersons(tx: Transaction, townshipId: string, importId: string, which: Prisma.Sql): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "Person" (id, "townshipId", "idCipher", "idHash", "idMask", "idKey")
    SELECT r."personId", ${townshipId}, r."idCipher", r."idHash", r."idMask", r."idKey" FROM "RollImportRow" r WHERE r."importId" = ${importId} AND ${which}
    ON CONFLICT ("townshipId", "idHash") DO NOTHING`;
}

/** The person of a row: who has its number, else the one made for it. */
const personOf = (townshipId: string): Prisma.Sql => Prisma.sql`LEFT JOIN "Person" h ON r."idHash" IS NOT NULL AND h."townshipId" = ${townshipId} AND h."idHash" = r."idHash"`;

function addEntries(tx: Transaction, { id, driveId, townshipId }: RollElection, importId: string, allNew: boolean): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "RollEntry" (id, "electionId", "driveId", "personId", name, sex, "bornOn", ethnicity, relation, "groupNumber", "householdNumber",
      category, "livesHere", "takesPart", exclusion, status, "openFindings", remarks, pinyin, "sourceRow", "importId", "importVersion")
    SELECT r."entryId", ${id}, ${driveId}, ${allNew ? Prisma.sql`r."personId"` : Prisma.sql`COALESCE(h.id, r."personId")`}, r.name, r.sex, r."bornOn", r.ethnicity, r.relation, r."groupNumber", r."householdNumber",
      r.category, r."livesHere", r."takesPart", r.exclusion, r.status, r."openFindings", r.remarks, r.pinyin, r.row, ${importId}, 1
    FROM "RollImportRow" r ${allNew ? Prisma.empty : personOf(townshipId)}
    WHERE r."importId" = ${importId} AND r.action = 'added'`;
}

/** One event for each entry that is brought up to date, with what it was and what it is. The unused entry id of the row names the event. */
async function writeHistory(tx: Transaction, { id }: RollElection, importId: string, facts: Facts): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "RollEvent" (id, "electionId", "entryId", kind, detail, version, day, at, "byId", "byName")
    SELECT r."entryId", ${id}, e.id, 'imported',
      jsonb_build_object('before', (SELECT jsonb_object_agg(c, ${face("e", 'p."idMask"')} -> c) FROM unnest(r.changes) c), 'after', (SELECT jsonb_object_agg(c, ${face("r", 'r."idMask"')} -> c) FROM unnest(r.changes) c)),
      e.version + 1, ${facts.today}, ${facts.now}, ${facts.actor.accountId}, ${facts.actor.name}
    FROM "RollImportRow" r JOIN "RollEntry" e ON e.id = r."matchId" JOIN "Person" p ON p.id = e."personId"
    WHERE r."importId" = ${importId} AND ${WRITTEN}`;
}

const leftSchema = z.array(z.object({ id: z.string() }));

/** Writes exactly the fields that the preview showed as changed; everything else of an entry stays. */
async function updateEntries(tx: Transaction, election: RollElection, importId: string, facts: Facts): Promise<number> {
  const { townshipId } = election;
  // Entries that get another number get a person who bears it; whoever bore the one before and is on no other roll goes.
  const left = leftSchema.parse(await tx.$queryRaw`
    SELECT e."personId" AS id FROM "RollImportRow" r JOIN "RollEntry" e ON e.id = r."matchId" WHERE r."importId" = ${importId} AND ${WRITTEN} AND ${changed("idNumber")}`);
  await insertPersons(tx, townshipId, importId, Prisma.sql`${WRITTEN} AND ${changed("idNumber")}`);
  await writeHistory(tx, election, importId, facts);
  const updated = await tx.$executeRaw`
    UPDATE "RollEntry" e SET
      ${taken("name")}, ${taken("pinyin", "name")}, ${cleared("paperName", ["name"])}, ${taken("sex")}, ${taken("bornOn")}, ${taken("ethnicity")}, ${taken("relation")}, ${taken("groupNumber")},
      ${taken("householdNumber")}, ${taken("category")}, ${taken("livesHere")}, ${taken("takesPart")}, ${cleared("heardOn", ["takesPart", "category"])}, ${cleared("heardHow", ["takesPart", "category"])},
      ${cleared("consent", ["category"])}, ${cleared("application", ["category"])}, ${taken("exclusion")}, ${cleared("exclusionNote", ["exclusion"])}, ${cleared("exclusionGround", ["exclusion"])}, ${taken("remarks")},
      status = CASE WHEN r.changes && ${STANDING}::text[] THEN r.status ELSE e.status END,
      "openFindings" = ${openFindings},
      "personId" = CASE WHEN ${changed("idNumber")} THEN COALESCE(h.id, r."personId") ELSE e."personId" END,
      "sourceRow" = r.row, "importId" = ${importId}, version = e.version + 1, "importVersion" = e.version + 1
    FROM "RollImportRow" r ${personOf(townshipId)}, "Person" p
    WHERE r."importId" = ${importId} AND ${WRITTEN} AND e.id = r."matchId" AND p.id = e."personId"`;
  await tx.$executeRaw`DELETE FROM "Person" p WHERE p.id = ANY (${left.map(({ id }) => id)}) AND NOT EXISTS (SELECT FROM "RollEntry" e WHERE e."personId" = p.id)`;
  return updated;
}

/** Whoever stands in the register again is not gone; a row of an entry that was merged away tells of the one it was merged into. */
async function markReturned(tx: Transaction, importId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "RollEntry" e SET "openFindings" = array_remove(e."openFindings", 'goneFromRegister'), version = e.version + 1,
      "importVersion" = CASE WHEN e."importVersion" = e.version THEN e.version + 1 ELSE e."importVersion" END
    FROM "RollImportRow" r JOIN "RollEntry" m ON m.id = r."matchId"
    WHERE r."importId" = ${importId} AND e.id = COALESCE(m."mergedIntoId", m.id) AND 'goneFromRegister' = ANY (e."openFindings")`;
}

/**
 * A mended row may bear the number of another entry than the one it came from: it tells of that entry then, and the one it
 * came from is likely a second entry of the same person.
 */
function markDoubles(tx: Transaction, importId: string, facts: Facts): Promise<number> {
  return openFinding(tx, facts, "likelyDuplicate", Prisma.sql`e."mergedIntoId" IS NULL AND e.exclusion IS NULL AND e.id IN (
    WITH other AS MATERIALIZED (
      SELECT DISTINCT s."entryId" AS id FROM "RollImportRow" r JOIN "RollImportRow" s ON s."importId" = r."mendsImportId" AND s.place = r."mendsPlace" WHERE r."importId" = ${importId} AND r."mendsImportId" IS NOT NULL AND s."entryId" <> r."matchId")
    SELECT other.id FROM other WHERE NOT EXISTS (SELECT FROM "RollImportRow" o WHERE o."importId" = ${importId} AND o."matchId" = other.id))`);
}

/** Nobody is taken off: an open finding asks the registrar to settle each. */
const markGone = (tx: Transaction, importId: string, extent: ImportExtent, facts: Facts): Promise<number> => openFinding(tx, facts, "goneFromRegister", goneEntries(importId, extent));

/** Opens a finding on the entries `e` that do not have it, with their history; it does not count as work by hand. */
async function openFinding(tx: Transaction, facts: Facts, kind: "goneFromRegister" | "likelyDuplicate", which: Prisma.Sql): Promise<number> {
  const entries = Prisma.sql`${which} AND NOT ${kind} = ANY (e."openFindings")`;
  await tx.$executeRaw`
    INSERT INTO "RollEvent" (id, "electionId", "entryId", kind, detail, version, day, at, "byId", "byName")
    SELECT gen_random_uuid()::text, e."electionId", e.id, 'imported',
      jsonb_build_object('before', jsonb_build_object('openFindings', to_jsonb(e."openFindings")), 'after', jsonb_build_object('openFindings', to_jsonb(e."openFindings" || ${kind}::text))),
      e.version + 1, ${facts.today}, ${facts.now}, ${facts.actor.accountId}, ${facts.actor.name}
    FROM "RollEntry" e WHERE ${entries}`;
  return tx.$executeRaw`
    UPDATE "RollEntry" e SET "openFindings" = e."openFindings" || ${kind}::text, version = e.version + 1,
      "importVersion" = CASE WHEN e."importVersion" = e.version THEN e.version + 1 ELSE e."importVersion" END
    WHERE ${entries}`;
}

/** Rows that were handed back stay, with the entry that each made, so that their mended part finds it; nothing else does. */
async function forgetRows(tx: Transaction, importId: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM "RollImportRow" WHERE "importId" = ${importId} AND cells IS NULL`;
  await tx.$executeRaw`
    UPDATE "RollImportRow" SET "entryId" = COALESCE("matchId", "entryId"), "idHash" = NULL, "idCipher" = NULL, "idMask" = NULL, "idKey" = NULL WHERE "importId" = ${importId}`;
}
