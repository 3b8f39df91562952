import { z } from "zod";
import type { Day } from "#lib/calendar/day.ts";
import type { Reader } from "#lib/database/client.ts";
import { listCounts, listHash, type NumberedFace } from "./list-rows.ts";

/** A person on the list of a day. */
export type AsOfRow = NumberedFace & { readonly id: string };

const afterSchema = z.object({ name: z.string(), sex: z.enum(["male", "female"]), groupNumber: z.number(), birthYear: z.number().nullable().default(null), birthMonth: z.number().nullable().default(null) });
const changeSchema = z.object({ rollEntryId: z.string(), kind: z.enum(["add", "remove", "correct"]), noticeId: z.string(), detail: z.object({ after: afterSchema }) });

/** A change as it was announced, in the order of the announcements. */
export type AnnouncedChange = { readonly id: string; readonly kind: "add" | "remove" | "correct"; readonly after: z.output<typeof afterSchema> };

/**
 * The list after announced changes (名单加补充). Everybody keeps his number; somebody added gets the next one that nobody has
 * had, in the order of the announcements; who comes back gets his own again. In the order of groups, then of numbers.
 */
export function replay(posted: readonly AsOfRow[], changes: readonly AnnouncedChange[]): readonly AsOfRow[] {
  const numbers = new Map(posted.map((row) => [row.id, row.number]));
  const list = new Map(posted.map((row) => [row.id, row]));
  for (const { id, kind, after } of changes) {
    const number = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, number);
    if (kind === "remove") list.delete(id);
    else list.set(id, { id, number, ...after, birthYear: after.birthYear ?? list.get(id)?.birthYear ?? null, birthMonth: after.birthMonth ?? list.get(id)?.birthMonth ?? null });
  }
  const groupOf = (row: AsOfRow): number => (row.groupNumber === 0 ? Number.MAX_SAFE_INTEGER : row.groupNumber);
  return [...list.values()].toSorted((first, second) => groupOf(first) - groupOf(second) || first.number - second.number);
}

/** How somebody's place on the list differs from the posting: `was` null for added, `is` null for removed. */
export type Difference = { readonly was: AsOfRow | null; readonly is: AsOfRow | null };

const sameFace = (one: AsOfRow, other: AsOfRow): boolean => one.name === other.name && one.sex === other.sex && one.groupNumber === other.groupNumber;

/** What of a list differs from the posting, by number. */
export function differences(posted: readonly AsOfRow[], now: readonly AsOfRow[]): readonly Difference[] {
  const before = new Map(posted.map((row) => [row.id, row]));
  const after = new Map(now.map((row) => [row.id, row]));
  const changed = now.filter((row) => { const was = before.get(row.id); return was === undefined || !sameFace(was, row); }).map((is) => ({ was: before.get(is.id) ?? null, is }));
  const gone = posted.filter((row) => !after.has(row.id)).map((was) => ({ was, is: null }));
  const numberOf = ({ was, is }: Difference): number => was?.number ?? is?.number ?? 0;
  return [...changed, ...gone].toSorted((first, second) => numberOf(first) - numberOf(second));
}

/** A notice that the list of a day rests on. */
export type ListNotice = { readonly id: string; readonly number: string; readonly issuedOn: Day };

/** The list in use on a day (使用名单): the posted version with every supplement issued until then. */
export type ListOfDay = {
  readonly versionId: string;
  readonly day: Day;
  readonly publishedOn: Day;
  readonly electionDay: Day;
  readonly nameOrder: string;
  readonly rows: readonly AsOfRow[];
  readonly differences: readonly Difference[];
  /** Notice 4, then its supplements, oldest first. */
  readonly notices: readonly ListNotice[];
  /** Days on which the list became what it is, the posting first. */
  readonly days: readonly Day[];
  readonly counts: { readonly total: number; readonly men: number; readonly women: number; readonly byGroup: Readonly<Record<string, number>> };
  /** SHA-256 of the list: the same from the same version and notices, whoever makes it again. */
  readonly sha256: string;
};

type Made = Pick<ListOfDay, "rows" | "differences" | "counts" | "sha256">;

/** Lists made lately, by version and last notice: neither ever changes, so a kept one is never stale. */
const kept = new Map<string, Made>();
const capacity = 4;

/** The list of a day; null when none was posted by then. */
export async function listAsOf(db: Reader, electionId: string, day: Day): Promise<ListOfDay | null> {
  const version = await db.rollVersion.findFirst({
    where: { electionId, publishedOn: { lte: day } }, orderBy: { number: "desc" }, select: { id: true, publishedOn: true, electionDay: true, nameOrder: true },
  });
  if (version === null) return null;
  const issued = await db.notice.findMany({ where: { electionId, code: { in: ["voterList", "voterListChange"] } }, orderBy: [{ issuedAt: "asc" }, { number: "asc" }], select: { id: true, number: true, issuedOn: true } });
  const notices = issued.filter(({ issuedOn }) => issuedOn <= day);
  const key = `${version.id}\t${notices.at(-1)?.id ?? ""}`;
  const made = kept.get(key) ?? (await makeList(db, version.id, notices));
  if (!kept.has(key)) keep(key, made);
  return { ...made, versionId: version.id, day, publishedOn: version.publishedOn, electionDay: version.electionDay, nameOrder: version.nameOrder, notices, days: [...new Set([version.publishedOn, ...issued.map(({ issuedOn }) => issuedOn)])] };
}

function keep(key: string, made: Made): void {
  const oldest = kept.keys().next();
  if (kept.size >= capacity && !oldest.done) kept.delete(oldest.value);
  kept.set(key, made);
}

const rowsSchema = z.array(z.object({ id: z.string(), number: z.number(), name: z.string(), sex: z.enum(["male", "female"]), groupNumber: z.number(), birthYear: z.number(), birthMonth: z.number().nullable() }));

async function makeList(db: Reader, versionId: string, notices: readonly ListNotice[]): Promise<Made> {
  const posted = rowsSchema.parse(
    await db.$queryRaw`SELECT "rollEntryId" AS id, ordinal AS number, name, sex, "groupNumber", "birthYear", "birthMonth" FROM "RollVersionEntry" WHERE "versionId" = ${versionId} ORDER BY ordinal`,
  );
  const rows = replay(posted, await announcedChanges(db, versionId, notices));
  return { rows, differences: differences(posted, rows), counts: listCounts(rows), sha256: listHash(rows) };
}

/** Changes in the order of their notices; within one in the order in which they were decided. */
async function announcedChanges(db: Reader, versionId: string, notices: readonly ListNotice[]): Promise<readonly AnnouncedChange[]> {
  const order = new Map(notices.map(({ id }, index) => [id, index]));
  const rows = await db.rollChange.findMany({ where: { versionId, noticeId: { in: [...order.keys()] } }, orderBy: [{ at: "asc" }, { id: "asc" }], select: { rollEntryId: true, kind: true, noticeId: true, detail: true } });
  return z.array(changeSchema).parse(rows)
    .toSorted((first, second) => (order.get(first.noticeId) ?? 0) - (order.get(second.noticeId) ?? 0))
    .map(({ rollEntryId, kind, detail }) => ({ id: rollEntryId, kind, after: detail.after }));
}
