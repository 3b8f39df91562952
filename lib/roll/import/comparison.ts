import { z } from "zod";
import { Prisma } from "#lib/database/generated/client.ts";
import type { Reader } from "#lib/database/client.ts";
import { IMPORT_EXTENTS, type ImportExtent } from "#lib/roll/inputs.ts";
import { face } from "./faces.ts";
import { goneEntries } from "./gone.ts";
import { IMPORT_PAGE } from "./queries.ts";

/** What a preview can list of the comparison with the roll. */
export const COMPARED = ["added", "changed", "kept", "gone"] as const;
export type Compared = (typeof COMPARED)[number];

/**
 * Why people come to or leave the list (四增四减): of age, moved in, married in or adopted, rights restored; dead, moved
 * out, married out, deprived; and what is none of these: said that he takes part or no longer says so, or not told.
 */
export const SHIFTS = ["turnedOfAge", "movedIn", "marriedIn", "rightsRestored", "stated", "untoldAddition", "dead", "movedOut", "marriedOut", "deprived", "notStated", "untoldRemoval"] as const;
export type Shift = (typeof SHIFTS)[number];

/** An upload beside the roll as it was when the upload was read. */
export type Comparison = {
  readonly added: number;
  readonly changed: number;
  /** Worked on by hand and kept, though the register says otherwise; `taken` of them take the register's content. */
  readonly kept: number;
  readonly taken: number;
  readonly same: number;
  readonly left: number;
  /** Who is on the roll and not in the file, if the file tells of the whole village, of its own groups, of a part. */
  readonly gone: Readonly<Record<ImportExtent, number>>;
  readonly shifts: readonly { readonly shift: Shift; readonly people: number }[];
};

const actionCounts = z.array(z.object({ action: z.string(), take: z.boolean(), people: z.number() }));

/** Counts an upload against the roll; null for the first register of a roll. */
export async function comparisonOf(db: Reader, about: { readonly electionId: string; readonly importId: string; readonly youngAfter: string }): Promise<Comparison | null> {
  const { electionId, importId } = about;
  if ((await db.rollEntry.findFirst({ where: { electionId }, select: { id: true } })) === null) return null;
  const counts = actionCounts.parse(await db.$queryRaw`SELECT action, take, count(*)::int AS people FROM "RollImportRow" WHERE "importId" = ${importId} GROUP BY 1, 2`);
  const sum = (action: string): number => counts.filter((one) => one.action === action).reduce((total, one) => total + one.people, 0);
  const gone: Record<ImportExtent, number> = { whole: 0, groups: 0, part: 0 };
  for (const extent of IMPORT_EXTENTS) gone[extent] = await countGone(db, importId, extent);
  const taken = counts.find((one) => one.action === "kept" && one.take)?.people ?? 0;
  return { added: sum("added"), changed: sum("changed"), kept: sum("kept"), taken, same: sum("same"), left: sum("left"), gone, shifts: await shiftsOf(db, importId, about.youngAfter) };
}

const oneCount = z.tuple([z.object({ people: z.number() })]);

async function countGone(db: Reader, importId: string, extent: ImportExtent): Promise<number> {
  const [{ people }] = oneCount.parse(await db.$queryRaw`SELECT count(*)::int AS people FROM "RollEntry" e WHERE ${goneEntries(importId, extent)}`);
  return people;
}

/** `youngAfter`: whoever is new and was born after this day has come of age within the year before election day. */
async function shiftsOf(db: Reader, importId: string, youngAfter: string): Promise<Comparison["shifts"]> {
  const rows = await db.$queryRaw`
    WITH judged AS (
      SELECT r.*, e.id AS entry, e.status AS was, e.exclusion AS was_excluded, COALESCE(r.remarks, '') AS note,
        CASE WHEN e.id IS NULL OR r.changes && ARRAY['bornOn', 'category', 'takesPart', 'exclusion'] THEN r.status ELSE e.status END AS becomes
      FROM "RollImportRow" r LEFT JOIN "RollEntry" e ON e.id = r."matchId"
      WHERE r."importId" = ${importId} AND (r.action IN ('added', 'changed') OR r.action = 'kept' AND r.take))
    SELECT CASE
        WHEN becomes = 'listed' THEN CASE
          WHEN was = 'minor' THEN 'turnedOfAge' WHEN was = 'notStated' THEN 'stated' WHEN was_excluded = 'deprived' OR note ~ '恢复政治|刑满' THEN 'rightsRestored'
          WHEN note ~ '婚入|嫁入|娶|入赘|结婚|收养|领养' OR entry IS NULL AND relation ~ '媳|婿|养子|养女' THEN 'marriedIn'
          WHEN note ~ '迁入|转入|落户|迁回' THEN 'movedIn' WHEN entry IS NULL AND "bornOn" > ${youngAfter} THEN 'turnedOfAge' ELSE 'untoldAddition' END
        WHEN exclusion = 'dead' THEN 'dead' WHEN exclusion = 'deprived' THEN 'deprived' WHEN exclusion = 'movedOut' THEN CASE WHEN note ~ '嫁|婚' THEN 'marriedOut' ELSE 'movedOut' END
        WHEN becomes = 'notStated' THEN 'notStated' ELSE 'untoldRemoval' END AS shift, count(*)::int AS people
    FROM judged WHERE (becomes = 'listed') <> (COALESCE(was, '') = 'listed') GROUP BY 1`;
  const counted = z.array(z.object({ shift: z.enum(SHIFTS), people: z.number() })).parse(rows);
  return SHIFTS.flatMap((shift) => counted.filter((one) => one.shift === shift));
}

/** A person of the comparison: as he will be, or as he is when he is gone. */
export type ComparedRow = {
  readonly place: number;
  /** The entry it tells of; null when it will be new. */
  readonly entryId: string | null;
  readonly row: number | null;
  readonly sheet: string;
  readonly name: string;
  readonly sex: string;
  readonly bornOn: string;
  readonly groupNumber: number;
  readonly householdNumber: string | null;
  readonly status: string;
  readonly exclusion: string | null;
  readonly take: boolean;
  readonly changes: readonly FieldChange[];
};

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
/** One field as the roll has it and as the register has it. The number only masked. */
export type FieldChange = { readonly field: string; readonly before: z.output<typeof value>; readonly after: z.output<typeof value> };

const comparedSchema = z.array(
  z.object({
    place: z.number(), entryId: z.string().nullable(), row: z.number().nullable(), sheet: z.string(), name: z.string(), sex: z.string(), bornOn: z.string(), groupNumber: z.number(),
    householdNumber: z.string().nullable(), status: z.string(), exclusion: z.string().nullable(), take: z.boolean(), fields: z.array(z.string()),
    before: z.record(z.string(), value).nullable(), after: z.record(z.string(), value).nullable(),
  }),
);

/** One page of what the comparison found of a kind. */
export async function comparedRows(db: Reader, about: { readonly importId: string; readonly extent: ImportExtent }, kind: Compared, page: number): Promise<{ readonly rows: readonly ComparedRow[]; readonly page: number; readonly pages: number }> {
  const { importId, extent } = about;
  const total = kind === "gone" ? await countGone(db, importId, extent) : await db.rollImportRow.count({ where: { importId, action: kind } });
  const pages = Math.max(1, Math.ceil(total / IMPORT_PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const limit = Prisma.sql`LIMIT ${IMPORT_PAGE} OFFSET ${(at - 1) * IMPORT_PAGE}`;
  const found = kind === "gone"
    ? await db.$queryRaw`SELECT 0 AS place, e.id AS "entryId", NULL::int AS row, '' AS sheet, e.name, e.sex, e."bornOn", e."groupNumber", e."householdNumber", e.status, e.exclusion, false AS take, '{}'::text[] AS fields, NULL::jsonb AS before, NULL::jsonb AS after
        FROM "RollEntry" e WHERE ${goneEntries(importId, extent)} ORDER BY e."groupNumber", e."sourceRow", e.id ${limit}`
    : await db.$queryRaw`SELECT r.place, r."matchId" AS "entryId", r.row, r.sheet, r.name, r.sex, r."bornOn", r."groupNumber", r."householdNumber", r.status, r.exclusion, r.take, COALESCE(r.changes, '{}') AS fields,
          CASE WHEN e.id IS NOT NULL THEN ${face("e", 'p."idMask"')} END AS before, ${face("r", 'r."idMask"')} AS after
        FROM "RollImportRow" r LEFT JOIN "RollEntry" e ON e.id = r."matchId" LEFT JOIN "Person" p ON p.id = e."personId"
        WHERE r."importId" = ${importId} AND r.action = ${kind} ORDER BY r.place ${limit}`;
  const rows = comparedSchema.parse(found).map(({ fields, before, after, ...row }) => ({
    ...row, changes: before === null || after === null ? [] : fields.map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null })),
  }));
  return { rows, page: at, pages };
}
