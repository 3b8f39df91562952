import { z } from "zod";
import { chineseNumeral } from "#lib/chinese/numerals.ts";
import { termWords } from "#lib/chinese/term.ts";
import type { Reader } from "#lib/database/client.ts";
import type { DocumentData } from "#lib/documents/kinds.ts";
import { sexes } from "#lib/election/model.ts";
import { householdsOf } from "#lib/roll/houses/rules.ts";
import { listAsOf } from "#lib/roll/publish/as-of.ts";
import { groupTitle, nameOnPaper } from "#lib/roll/publish/list-rows.ts";
import { checkCells } from "./checks.ts";

/** What every paper of the roll says of the case; places by group. */
type PaperCase = {
  readonly village: string;
  readonly term: string;
  readonly electionDay: string;
  readonly issuer: string;
  /** "8时至15时", or empty while the hours are not set. */
  readonly hours: string;
  readonly placeOf: (group: number) => string;
};

const clock = (time: string): string => `${Number(time.slice(0, 2))}时${time.endsWith(":00") ? "" : `${Number(time.slice(3))}分`}`;

/** Reads what papers say of the case; null when there is no such election. */
export async function paperCase(db: Reader, electionId: string): Promise<PaperCase | null> {
  const row = await db.election.findUnique({
    where: { id: electionId },
    select: { term: true, electionDay: true, mainVenue: true, pollingFrom: true, pollingTo: true, village: { select: { name: true } }, stations: { select: { name: true, place: true, groups: true } } },
  });
  if (row === null) return null;
  const { mainVenue, pollingFrom, pollingTo, stations, village } = row;
  return {
    village: village.name, term: termWords(row.term), electionDay: row.electionDay, issuer: `${village.name}村民选举委员会`,
    hours: pollingFrom === null || pollingTo === null ? "" : `${clock(pollingFrom)}至${clock(pollingTo)}`,
    placeOf: (group) => {
      const station = stations.find((one) => one.groups.includes(group));
      return station === undefined ? (mainVenue ?? "") : `${station.name}（${station.place}）`;
    },
  };
}

const personSchema = z.object({
  id: z.string(), name: z.string(), paperName: z.string().nullable(), sex: z.enum(["male", "female"]), bornOn: z.string(), ethnicity: z.string().nullable(), relation: z.string().nullable(),
  groupNumber: z.number(), householdNumber: z.string().nullable(), category: z.number(), status: z.string(), exclusion: z.string().nullable(),
  takesPart: z.boolean().nullable(), heardOn: z.string().nullable(), heardHow: z.string().nullable(),
});
type Registered = z.output<typeof personSchema>;

/** People of the register by group and household, the head of the household first. Those who died, left or stand twice are left out. */
async function registered(db: Reader, electionId: string, group: number | null, publishedOnly: boolean): Promise<readonly Registered[]> {
  const rows = await db.rollEntry.findMany({
    where: {
      electionId, ...(group === null ? {} : { groupNumber: group }),
      ...(publishedOnly ? { published: true } : { OR: [{ exclusion: null }, { exclusion: { notIn: ["dead", "movedOut", "duplicate"] } }] }),
    },
    orderBy: [{ groupNumber: "asc" }, { householdNumber: { sort: "asc", nulls: "last" } }, { sourceRow: { sort: "asc", nulls: "last" } }, { name: "asc" }],
    select: {
      id: true, name: true, paperName: true, sex: true, bornOn: true, ethnicity: true, relation: true, groupNumber: true, householdNumber: true, category: true, status: true, exclusion: true,
      takesPart: true, heardOn: true, heardHow: true,
    },
  });
  return z.array(personSchema).parse(rows);
}

const STANDING: Readonly<Record<string, string>> = { listed: "列入名单", minor: "选举日未满18周岁", notStated: "未表示是否参加", notApproved: "待会议同意", unclear: "待核实", excluded: "不列入" };

/** The register by household, for the house-by-house check, with what was already heard of whom. Null when there is nobody. */
export async function registrationSheet(db: Reader, electionId: string, group: number | null, { made, today }: Printing): Promise<DocumentData<"registrationSheet"> | null> {
  const head = await paperCase(db, electionId);
  const people = await registered(db, electionId, group, false);
  if (head === null || people.length === 0) return null;
  const { village, term, electionDay } = head;
  const check = await checkCells(db, electionId);
  const groups = [...Map.groupBy(householdsOf(people), ([first]) => first.groupNumber)].map(([number, households]) => ({
    group: groupTitle(number, chineseNumeral),
    households: households.map((members) => ({
      number: members[0].householdNumber ?? "",
      people: members.map((one) => ({ name: nameOnPaper(one), relation: one.relation ?? "", sex: one.sex, bornOn: one.bornOn, ethnicity: one.ethnicity ?? "", category: one.category, standing: STANDING[one.status] ?? "待核实", ...check(one) })),
    })),
  }));
  return { village, term, electionDay, date: today, made, groups };
}

/** When a paper is printed, and the words at its foot that say who took it out of the roll. */
export type Printing = { readonly today: string; readonly made: string };

/**
 * Everybody on the list as it is now with the number of his card: his number on the list of the day. Who was taken off
 * and whose removal is not announced yet gets no card any more.
 */
async function numbered(db: Reader, electionId: string, group: number | null, today: string) {
  const list = await listAsOf(db, electionId, today);
  const entries = await db.rollEntry.findMany({ where: { electionId, published: true, ...(group === null ? {} : { groupNumber: group }) }, select: { id: true, name: true, paperName: true, sex: true, groupNumber: true } });
  const numbers = new Map(list?.rows.map(({ id, number }) => [id, number]));
  const rows = entries.flatMap((entry) => { const number = numbers.get(entry.id); return number === undefined ? [] : [{ ...entry, number }]; });
  return z.array(cardSchema).parse(rows).toSorted((first, second) => first.number - second.number);
}

const cardSchema = z.object({ number: z.number(), name: z.string(), paperName: z.string().nullable(), sex: z.enum(sexes), groupNumber: z.number() });

/** Voter cards for the list as it is now. Null before it is posted. */
export async function voterCards(db: Reader, electionId: string, group: number | null, { made, today }: Printing): Promise<DocumentData<"voterCards"> | null> {
  const head = await paperCase(db, electionId);
  const people = head === null ? [] : await numbered(db, electionId, group, today);
  if (head === null || people.length === 0) return null;
  const { village, term, electionDay, issuer, hours, placeOf } = head;
  const cards = people.map((one) => ({
    number: one.number, name: nameOnPaper(one), sex: one.sex, group: groupTitle(one.groupNumber, chineseNumeral), place: placeOf(one.groupNumber), qr: `cunxuan:voter:${electionId}:${one.number}`,
  }));
  return { village, term, electionDay, issuer, hours, made, cards };
}

/** Notices to the households of those on the list, with receipts. Null before it is posted. */
export async function householdNotices(db: Reader, electionId: string, group: number | null, { made, today }: Printing): Promise<DocumentData<"householdNotices"> | null> {
  const head = await paperCase(db, electionId);
  const people = await registered(db, electionId, group, true);
  if (head === null || people.length === 0) return null;
  const { village, term, electionDay, issuer, hours, placeOf } = head;
  const households = householdsOf(people).map((members) => ({
    group: groupTitle(members[0].groupNumber, chineseNumeral), number: members[0].householdNumber ?? "", head: nameOnPaper(members[0]), voters: members.map(nameOnPaper), place: placeOf(members[0].groupNumber),
  }));
  return { village, term, electionDay, issuer, date: today, hours, made, households };
}
