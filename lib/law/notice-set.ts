import { z } from "zod";
import { NATIONAL_NOTICES } from "./notices/national.ts";
import type { LawKey } from "./parameters.ts";

/** Code of a notice (公告) in the numbered set. `correction` corrects any other and takes a branch of its number. */
export const NOTICE_CODES = [
  "electionDay", "electionDayChange", "electionCommittee", "committeeChange", "registration",
  "voterList", "voterListChange", "objectionDecisions", "representativesMeeting", "representatives", "groupLeaders",
  "nominationMethod", "nominees", "primaryMethod", "primaryResult", "candidates", "pollingPlaces", "staff", "roamingVoters",
  "proxies", "scribes", "invalidBallots", "result", "resultRevote", "resultRunoff", "resultNewVote", "resultFinal",
  "supervisionCommittee", "correction",
] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** Who signs: 村民选举委员会, 村民委员会, 乡镇村民委员会换届选举指导组. */
export const ISSUERS = ["electionCommittee", "villagersCommittee", "townshipOffice"] as const;
export type Issuer = (typeof ISSUERS)[number];

/** Phases by which a notice belongs to the work; `after` comes once the result is out. */
export const NOTICE_PHASES = ["committee", "roll", "nomination", "ballot", "count", "after"] as const;
export type NoticePhase = (typeof NOTICE_PHASES)[number];

/**
 * When a case needs the notice: in every case, only when something happened (a member left, a primary is held …), or
 * only if the village chooses so (`optional`).
 */
export const NEEDED_WHEN = [
  "always", "optional", "dayChanged", "memberLeft", "listChanged", "objectionDecided", "candidateMode", "primary",
  "roamingVoters", "proxies", "scribes", "revote", "runoff", "newVote", "complete", "mistake",
] as const;
export type NeededWhen = (typeof NEEDED_WHEN)[number];

/** Parameters of the law that set the last day of a notice, in days before election day. */
export const LAST_DAY_KEYS = ["listDays", "candidateListDays", "placesNoticeDays", "staffListDays", "roamingListDays", "proxyListDays"] as const satisfies readonly LawKey[];

const bilingual = z.strictObject({ "zh-CN": z.string().min(1), en: z.string().min(1) });
const fieldName = z.string().regex(/^[a-z][A-Za-z]{1,29}$/);

/**
 * What a notice says of its own case. `case`: comes from the rows; `typed`: the drafter supplies it. Kinds: a line, a
 * text of several lines, a civil day, a clock time, a whole number, people by group (one group a line, "第一村民小组：
 * 甲、乙"), or blocks that the case makes (tables, lists of names).
 */
const fieldSchema = z.strictObject({
  name: fieldName,
  source: z.enum(["case", "typed"]),
  kind: z.enum(["line", "text", "day", "time", "whole", "groups", "blocks"]),
  label: bilingual,
  optional: z.boolean().optional(),
});
export type NoticeField = Readonly<z.output<typeof fieldSchema>>;

const words = z.string().min(1).max(600);
/** Shown only when this field is filled. */
const when = fieldName.optional();

/**
 * A piece of a notice's wording. Texts name fields as `{village}`; `{law 14/17}` becomes the law in force with its
 * article (before the slash that of 2018, behind it that of 2025).
 */
const templateBlock = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("paragraph"), text: words, when }),
  z.strictObject({ type: z.literal("heading"), text: words, when }),
  z.strictObject({ type: z.literal("list"), ordered: z.boolean(), items: z.array(words).min(1), when }),
  z.strictObject({ type: z.literal("keyValues"), rows: z.array(z.strictObject({ key: words, value: words })).min(1), when }),
  z.strictObject({ type: z.literal("field"), name: fieldName }),
]);
export type TemplateBlock = z.output<typeof templateBlock>;

/**
 * Due window in days from election day (negative: before): customary first and last day, and the parameter of the law
 * that sets a last day of its own. `event`: due as soon as what it tells of has happened.
 */
const dueSchema = z.discriminatedUnion("kind", [
  z
    .strictObject({ kind: z.literal("day"), from: z.int().min(-90).max(30), until: z.int().min(-90).max(30), lastDay: z.enum(LAST_DAY_KEYS).nullable() })
    .refine((due) => due.from <= due.until, "from <= until"),
  z.strictObject({ kind: z.literal("event") }),
]);

const numberSchema = z.string().regex(/^[1-9]\d?(-[1-9]\d?)?$/);

const kindSchema = z.strictObject({
  code: z.enum(NOTICE_CODES),
  /** "4", "4-1"; null: takes the next free branch of the notice that it corrects. */
  number: numberSchema.nullable(),
  title: z.string().min(2).max(40),
  issuer: z.enum(ISSUERS),
  due: dueSchema,
  phase: z.enum(NOTICE_PHASES),
  needed: z.enum(NEEDED_WHEN),
  /** May be issued again (lists that change, one for each vote)? Else once. */
  repeatable: z.boolean(),
  /** Notices that should be out before it. */
  after: z.array(z.enum(NOTICE_CODES)),
  fields: z.array(fieldSchema),
  /** Null: the paper has a form of its own (the voter list). */
  template: z.array(templateBlock).min(1).nullable(),
});

/** One notice (公告) of the numbered set. */
export type NoticeKind = Readonly<z.output<typeof kindSchema>>;

/** The numbered set (编号公告) of a case, in the order of the numbers. */
export type NoticeSet = ReadonlyMap<NoticeCode, NoticeKind>;

/** What a pack changes in the set: any part of a notice but its code. With the rest of the set it must be sound. */
export const packNoticesSchema = z.array(kindSchema.partial().required({ code: true })).superRefine((changes, context) => {
  for (const message of faultsOfSet(mergeNotices(NATIONAL_NOTICES, changes))) context.addIssue({ code: "custom", message });
});
export type PackNotices = z.output<typeof packNoticesSchema>;

/** Values that every template may name, besides the notice's own fields. */
export const COMMON_FIELDS = ["village", "term", "township", "government", "electionDay", "date", "issuer", "year"] as const;

const placeholder = /\{([^{}]*)\}/gu;
const lawPlaceholder = /^law (\d{1,2})\/(\d{1,2})$/u;

/** Names of fields that a text asks for. */
export const placeholdersOf = (text: string): readonly string[] => [...text.matchAll(placeholder)].map((match) => match[1] ?? "");

/** Writes a text out in one pass: what a field says is never read as a wording itself. */
export const replacePlaceholders = (text: string, wordOf: (name: string) => string): string => text.replaceAll(placeholder, (_, name: string) => wordOf(name));

/** The two articles of a `{law a/b}` placeholder, or null for any other. */
export function articlesOf(name: string): { readonly of2018: number; readonly of2025: number } | null {
  const match = lawPlaceholder.exec(name);
  return match === null ? null : { of2018: Number(match[1]), of2025: Number(match[2]) };
}

/** Texts of a template's block. */
export function textsOf(block: TemplateBlock): readonly string[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
      return [block.text];
    case "list":
      return block.items;
    case "keyValues":
      return block.rows.map((row) => row.value);
    case "field":
      return [];
  }
}

/** What is wrong with a notice's fields and wording together. */
function faultsOfKind(kind: NoticeKind): readonly string[] {
  const own = new Map(kind.fields.map((field) => [field.name, field]));
  const known = (name: string): boolean => own.has(name) || COMMON_FIELDS.some((common) => common === name) || articlesOf(name) !== null;
  const blocks = kind.template ?? [];
  const unknown = blocks.flatMap((block) => textsOf(block).flatMap(placeholdersOf)).filter((name) => !known(name));
  const unknownParts = blocks.flatMap((block) => (block.type === "field" ? (["blocks", "groups"].includes(own.get(block.name)?.kind ?? "") ? [] : [block.name]) : block.when === undefined || own.has(block.when) ? [] : [block.when]));
  const used = new Set(blocks.flatMap((block) => (block.type === "field" ? [block.name] : [...textsOf(block).flatMap(placeholdersOf), ...(block.when === undefined ? [] : [block.when])])));
  const unused = kind.template === null ? [] : kind.fields.filter((field) => !used.has(field.name)).map((field) => field.name);
  return [
    ...[...unknown, ...unknownParts].map((name) => `${kind.code}: no field ${name}`),
    ...unused.map((name) => `${kind.code}: field ${name} is never used`),
    ...(own.size === kind.fields.length ? [] : [`${kind.code}: a field stands twice`]),
  ];
}

/** What is wrong with a whole set: numbers that stand twice, wording that names unknown fields. Empty: it is sound. */
export function faultsOfSet(set: NoticeSet): readonly string[] {
  const parsed = [...set.values()].flatMap((kind) => {
    const result = kindSchema.safeParse(kind);
    return result.success ? [] : result.error.issues.map((issue) => `${kind.code}.${issue.path.join(".")}: ${issue.message}`);
  });
  const numbers = [...set.values()].flatMap((kind) => (kind.number === null ? [] : [kind.number]));
  const twice = numbers.filter((number, place) => numbers.indexOf(number) !== place);
  return [...parsed, ...twice.map((number) => `number ${number} stands twice`), ...[...set.values()].flatMap(faultsOfKind)];
}

/** Order of notice numbers: 2, 2-1, 3, 10; what has no number comes last. */
export function compareNumbers(one: string | null, other: string | null): number {
  const parts = (number: string | null): readonly [number, number] => {
    const [base = "99", branch = "0"] = (number ?? "99-99").split("-");
    return [Number(base), Number(branch)];
  };
  const [base, branch] = parts(one);
  const [otherBase, otherBranch] = parts(other);
  return base - otherBase || branch - otherBranch;
}

/** The default set with what packs change in it, in order of number; a later pack goes before an earlier one. */
export function mergeNotices(base: readonly NoticeKind[], ...changes: readonly PackNotices[]): NoticeSet {
  const merged = base.map((kind) =>
    changes.flat().filter((change) => change.code === kind.code).reduce<NoticeKind>((known, change) => ({ ...known, ...defined(change) }), kind),
  );
  return new Map(merged.toSorted((one, other) => compareNumbers(one.number, other.number)).map((kind) => [kind.code, kind]));
}

/** A change without the parts that it leaves as they are. */
function defined(change: PackNotices[number]): Partial<NoticeKind> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
