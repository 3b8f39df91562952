import { chineseDay, chineseNumeral } from "../chinese/numerals.ts";
import type { NoticeBlock } from "../documents/models/notice.ts";
import type { Law } from "../law/law.ts";
import { articlesOf, replacePlaceholders, type NoticeField, type NoticeKind, type TemplateBlock } from "../law/notice-set.ts";
import { parseGroups } from "./groups.ts";

/** What fills a template: texts by field (days as YYYY-MM-DD), and blocks that the case makes. */
export type NoticeFill = {
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly parts?: Readonly<Record<string, readonly NoticeBlock[]>>;
};

/** What every template may name, from the case. */
export type CommonValues = {
  readonly village: string;
  readonly term: string;
  readonly township: string;
  readonly electionDay: string;
  readonly date: string;
  readonly issuer: string;
};

/** The law in force as papers cite it, with the article that stands in its text. */
export const lawWords = (law: Pick<Law, "national">, of2018: number, of2025: number): string =>
  `《中华人民共和国村民委员会组织法》第${chineseNumeral(law.national === "CN-2018" ? of2018 : of2025)}条`;

/** The people's government of a township, or the office of a sub-district (街道办事处). */
export const governmentOf = (township: string): string => (township.endsWith("街道") ? `${township}办事处` : `${township}人民政府`);

const isFilled = (value: string | number | null | undefined): boolean => value !== undefined && value !== null && String(value).trim() !== "";

/** Fields that must be filled and are not. */
export function missingFields(kind: NoticeKind, fill: NoticeFill): readonly NoticeField[] {
  return kind.fields.filter((field) => {
    if (field.optional === true) return false;
    if (field.kind === "blocks") return (fill.parts?.[field.name] ?? []).length === 0;
    return !isFilled(fill.values[field.name]);
  });
}

type Words = (text: string) => string;

/** Writes a text out: fields, the case's own words, and articles of the law in force. */
function writer(kind: NoticeKind, fill: NoticeFill, common: CommonValues, law: Pick<Law, "national">): Words {
  const days = new Set(kind.fields.filter((field) => field.kind === "day").map((field) => field.name));
  const known: Readonly<Record<string, string>> = {
    ...common, electionDay: chineseDay(common.electionDay), date: chineseDay(common.date), government: governmentOf(common.township), year: common.electionDay.slice(0, 4),
  };
  const wordOf = (name: string): string => {
    const articles = articlesOf(name);
    if (articles !== null) return lawWords(law, articles.of2018, articles.of2025);
    const own = fill.values[name];
    if (isFilled(own)) return days.has(name) ? chineseDay(String(own)) : String(own).trim();
    return known[name] ?? "";
  };
  return (text) => replacePlaceholders(text, wordOf);
}

/** A paragraph that is nothing but a text of several lines becomes a paragraph for each of them. */
const paragraphsOf = (text: string): readonly NoticeBlock[] =>
  text.split("\n").map((line) => line.trim()).filter((line) => line !== "").map((line) => ({ type: "paragraph", text: line }));

function blocksOf(block: TemplateBlock, fill: NoticeFill, kind: NoticeKind, write: Words): readonly NoticeBlock[] {
  if (block.type === "field") {
    const field = kind.fields.find((one) => one.name === block.name);
    if (field?.kind === "groups") return parseGroups(String(fill.values[block.name] ?? "")).blocks;
    return fill.parts?.[block.name] ?? [];
  }
  if (block.when !== undefined && !isFilled(fill.values[block.when])) return [];
  switch (block.type) {
    case "paragraph":
      return paragraphsOf(write(block.text));
    case "heading":
      return [{ type: "heading", text: write(block.text) }];
    case "list":
      return [{ type: "list", ordered: block.ordered, items: block.items.map(write) }];
    case "keyValues":
      return [{ type: "keyValues", rows: block.rows.map((row) => ({ key: row.key, value: write(row.value) || "　" })) }];
  }
}

/** The body of a notice: its wording in the set, filled from the case. */
export function fillTemplate(kind: NoticeKind, fill: NoticeFill, common: CommonValues, law: Pick<Law, "national">): readonly NoticeBlock[] {
  const write = writer(kind, fill, common, law);
  return (kind.template ?? []).flatMap((block) => blocksOf(block, fill, kind, write));
}
