import zh from "../../messages/zh-CN.json" with { type: "json" };
import type { Day } from "../calendar/day.ts";
import type { DocumentData } from "../documents/kinds.ts";
import { citationWords } from "../i18n/citation.ts";
import { genericWords } from "../i18n/generic-words.ts";
import { CATALOGUE, CATALOGUE_BY_PHASE, citationOf, FINDING_PHASES, knownCodes, type FindingCode } from "../law/catalogue.ts";
import type { Law } from "../law/law.ts";
import { NATIONAL_PACKS } from "../law/packs.ts";
import { rulesOfCode } from "../law/rulebook/lookup.ts";
import { nationalLaw } from "../law/rulebook/law-of-help.ts";

/** Articles of the law, as 第15、26条, those that only the older text has as 2018年第15条; empty when no rule of the finding stands in it. */
function articlesOf(code: FindingCode): string {
  const rules = rulesOfCode(code);
  const current = new Set(rules.flatMap(({ of2025 }) => (of2025 === null ? [] : [of2025.article])));
  if (current.size > 0) return `第${[...current].join("、")}条`;
  const old = rules.find(({ of2018 }) => of2018 !== null)?.of2018 ?? null;
  return old === null ? "" : `2018年第${old.article}条`;
}

/** The guide's part, as 规程六(五); empty when no rule of the finding stands in it. */
function guideOf(code: FindingCode): string {
  const place = rulesOfCode(code).flatMap(({ elsewhere }) => elsewhere).find(({ text }) => text.includes("选举规程"));
  return place === undefined ? "" : `规程${place.article}`;
}

/** Where a message's rule stands, as short as a table's cell wants it. */
function basisWords(code: FindingCode, law: Law): string {
  const { cites } = CATALOGUE[code];
  if (cites === "system") return "本程序";
  if (cites === "practice") return guideOf(code) || "惯例";
  const citation = citationOf(code, law);
  if (rulesOfCode(code).every(({ subject }) => subject === "province")) return "本省规定";
  return articlesOf(code) || guideOf(code) || (citation === null ? "惯例" : citationWords(citation, "zh-CN"));
}

const words: Readonly<Record<string, { readonly title: string; readonly todo: string } | undefined>> = zh.findings;

function entryOf(code: FindingCode, law: Law) {
  const { title, todo } = words[code] ?? { title: code, todo: code };
  return { severity: CATALOGUE[code].severity, title: genericWords(title, "zh-CN"), todo: genericWords(todo, "zh-CN"), basis: basisWords(code, law) };
}

/** The cheat sheet (办事速查表) of a day, from the catalogue of findings and their Chinese words. */
export function cheatSheet(date: Day): DocumentData<"cheatSheet"> {
  const law = nationalLaw();
  return {
    law: NATIONAL_PACKS[0].name["zh-CN"],
    date,
    phases: FINDING_PHASES.map((phase) => ({
      title: zh.help.phases[phase],
      entries: knownCodes(CATALOGUE_BY_PHASE[phase]).map((code) => entryOf(code, law)),
    })),
  };
}
