import type { Reader } from "../database/client.ts";
import type { Sex } from "./model.ts";
import { sexes } from "./model.ts";

/** A person of the published list, as forms name him. */
export type ListedPerson = {
  /** Roll entry. */
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  readonly groupNumber: number;
  readonly birthYear: number;
};

/** What somebody typed to name a person: name or pinyin, with any of group, sex and birth year to tell namesakes apart. */
export type PersonQuery = { readonly text: string; readonly group: number | null; readonly sex: Sex | null; readonly birthYear: number | null };

const marks = {
  group: [/第?(\d{1,3})\s*(?:村民小)?组/u, /\bgroup\s*(\d{1,3})\b/iu],
  birthYear: [/((?:19|20)\d{2})\s*年?生?/u],
} as const;

/** Reads `张友旺（3组，男，1962年生）`, `张友旺 3组`, `zyw 1962` or plain `张友旺`. */
export function parsePerson(typed: string): PersonQuery {
  let rest = typed.normalize("NFKC");
  const take = (patterns: readonly RegExp[]): number | null => {
    for (const pattern of patterns) {
      const found = pattern.exec(rest);
      if (found !== null) {
        rest = rest.replace(found[0], " ");
        return Number(found[1]);
      }
    }
    return null;
  };
  const group = take(marks.group);
  const birthYear = take(marks.birthYear);
  const women = /(?:[\s(,、]|^)(?:女|female)(?=[\s),、]|$)/iu;
  const men = /(?:[\s(,、]|^)(?:男|male)(?=[\s),、]|$)/iu;
  const sex = women.test(rest) ? "female" : men.test(rest) ? "male" : null;
  const text = rest.replace(women, " ").replace(men, " ").replace(/[(),、/]+/gu, " ").replace(/\b(?:born|b\.)/giu, " ").replace(/\s+/gu, " ").trim();
  return { text, group, sex, birthYear };
}

/** How forms write a person, in the language of the paper: enough to tell namesakes apart, no identity number. */
export const personLabel = (person: Omit<ListedPerson, "id">): string =>
  `${person.name}（${person.groupNumber}组，${person.sex === "female" ? "女" : "男"}，${person.birthYear}年生）`;

const listedFields = { id: true, name: true, sex: true, groupNumber: true, bornOn: true } as const;

function listed(row: { readonly id: string; readonly name: string; readonly sex: string; readonly groupNumber: number; readonly bornOn: string }): ListedPerson {
  const { bornOn, sex, ...rest } = row;
  return { ...rest, sex: sexes.find((one) => one === sex) ?? "male", birthYear: Number(bornOn.slice(0, 4)) };
}

const isLatin = (text: string): boolean => /^[a-z ]+$/iu.test(text);

function whereOf(electionId: string, query: PersonQuery, exact: boolean) {
  const latin = query.text.replaceAll(" ", "").toLowerCase();
  const byText = isLatin(query.text)
    ? { pinyin: { contains: latin } }
    : { name: exact ? { in: [query.text, query.text.replaceAll(" ", "")] } : { startsWith: query.text } };
  return {
    electionId, published: true, ...byText,
    ...(query.group === null ? {} : { groupNumber: query.group }),
    ...(query.sex === null ? {} : { sex: query.sex }),
    ...(query.birthYear === null ? {} : { bornOn: { startsWith: `${query.birthYear}-` } }),
  };
}

/** People of the published list whose name begins with what was typed, or whose pinyin holds it; at most `limit`. */
export async function findPeople(db: Reader, electionId: string, typed: string, limit = 12): Promise<readonly ListedPerson[]> {
  const query = parsePerson(typed);
  if (query.text === "") return [];
  const rows = await db.rollEntry.findMany({ where: whereOf(electionId, query, false), select: listedFields, orderBy: [{ name: "asc" }, { groupNumber: "asc" }], take: limit });
  return rows.map(listed);
}

/** The one person meant, nobody, or several to choose from. */
export type Resolved = { readonly kind: "one"; readonly person: ListedPerson } | { readonly kind: "none" } | { readonly kind: "several"; readonly people: readonly ListedPerson[] };

/** Finds the person that a form names, on the published list of this election only. */
export async function resolvePerson(db: Reader, electionId: string, typed: string): Promise<Resolved> {
  const query = parsePerson(typed);
  if (query.text === "") return { kind: "none" };
  const rows = await db.rollEntry.findMany({ where: whereOf(electionId, query, true), select: listedFields, orderBy: [{ groupNumber: "asc" }, { bornOn: "asc" }], take: 9 });
  const people = rows.map(listed);
  const [first] = people;
  if (first === undefined) return { kind: "none" };
  return people.length === 1 ? { kind: "one", person: first } : { kind: "several", people };
}

/** People by id, in this election only. */
export async function peopleByIds(db: Reader, electionId: string, ids: readonly string[]): Promise<ReadonlyMap<string, ListedPerson>> {
  const rows = await db.rollEntry.findMany({ where: { electionId, id: { in: [...new Set(ids)] } }, select: listedFields });
  return new Map(rows.map((row) => [row.id, listed(row)]));
}

/** How many stand on the published list now: the frozen version with its supplements. Null before it is published. */
export async function registeredNow(db: Reader, electionId: string): Promise<number | null> {
  const version = await db.rollVersion.findFirst({ where: { electionId }, select: { id: true } });
  return version === null ? null : db.rollEntry.count({ where: { electionId, published: true } });
}
