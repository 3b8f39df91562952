import zh from "../../messages/zh-CN.json" with { type: "json" };
import { articleWords, citationWords } from "#lib/i18n/citation.ts";
import { genericWords } from "#lib/i18n/generic-words.ts";
import type { FindingCode } from "#lib/law/catalogue.ts";
import type { Confidence } from "#lib/law/finding.ts";
import { nationalPack, type NationalPackId } from "#lib/law/packs.ts";
import type { LawKey } from "#lib/law/parameters.ts";
import { codesOfRule } from "#lib/law/rulebook/lookup.ts";
import type { ArticlePlace, Rule } from "#lib/law/rulebook/rule.ts";
import { RULES, type RuleId } from "#lib/law/rulebook/rulebook.ts";
import { findingSites } from "./finding-sites.ts";
import { parameterUses } from "./parameter-uses.ts";
import { ruleTests } from "./rule-tests.ts";
import { siteWords } from "./sources.ts";

type KnownRule = Rule<RuleId>;

const ruleWords: Readonly<Record<string, { readonly text: string; readonly how?: string } | undefined>> = zh.rules;
const findingWords: Readonly<Record<string, { readonly title: string } | undefined>> = zh.findings;

const confidenceWords: Readonly<Record<Confidence, string>> = { seen: "全文核对", seenExcerpt: "只见部分条文", seenPractice: "惯例", unverified: "未核对原文" };

/** What is known of the program, gathered once for the whole document. */
type Found = { readonly sites: ReadonlyMap<string, readonly string[]>; readonly uses: ReadonlyMap<string, readonly string[]>; readonly tests: ReadonlyMap<string, readonly string[]> };

function grouped<Item>(items: readonly Item[], key: (item: Item) => string, words: (item: Item) => string): ReadonlyMap<string, readonly string[]> {
  return new Map([...Map.groupBy(items, key)].map(([name, members]) => [name, [...new Set(members.map(words))].sort()]));
}

const gather = (): Found => ({
  sites: grouped(findingSites(), (site) => site.code, siteWords),
  uses: grouped(parameterUses(), (use) => use.key, siteWords),
  tests: grouped(ruleTests(), (test) => test.rule, (test) => `${test.title}（${test.file}）`),
});

const orNone = (place: ArticlePlace | null): string => (place === null ? "没有" : articleWords(place, "zh-CN"));

/** Where a rule stands: both texts of the law, then the guide and the provinces. */
function placesOf(rule: KnownRule): string {
  const national = rule.of2018 === null && rule.of2025 === null ? [] : [`2018 ${orNone(rule.of2018)} → 2025 ${orNone(rule.of2025)}`];
  return [...national, ...rule.elsewhere.map((place) => citationWords(place, "zh-CN"))].join("；");
}

const valueWords = (id: NationalPackId, key: LawKey): string => JSON.stringify(nationalPack(id)?.parameters[key].value ?? null);

/** A parameter with its value under both texts, once where they agree. */
function parameterWords(key: LawKey): string {
  const [old, current] = [valueWords("CN-2018", key), valueWords("CN-2025", key)];
  return `\`${key}\` = ${old === current ? current : `${old} → ${current}`}`;
}

const codeWords = (code: FindingCode): string => `\`${code}\`（${genericWords(findingWords[code]?.title ?? code, "zh-CN")}）`;

/** Longest list of places in the program; what more there is, is counted. */
const MOST_PLACES = 6;

function placesInProgram(rule: KnownRule, found: Found): string {
  const fromCodes = codesOfRule(rule.id).flatMap((code) => found.sites.get(code) ?? []);
  const fromParameters = rule.parameters.flatMap((key) => found.uses.get(key) ?? []);
  const all = [...new Set([...rule.structure, ...fromCodes, ...fromParameters])];
  const more = all.length - MOST_PLACES;
  return all.slice(0, MOST_PLACES).map((place) => `\`${place}\``).join("、") + (more > 0 ? ` 等 ${all.length} 处` : "");
}

const line = (label: string, text: string): readonly string[] => (text === "" ? [] : [`  - ${label}：${text}`]);

function ruleBlock(rule: KnownRule, found: Found): readonly string[] {
  const { text = "", how = "" } = ruleWords[rule.id] ?? {};
  const head = `- **${rule.id}** ${text}`;
  const place = `  - 依据：${placesOf(rule)}（${confidenceWords[rule.confidence]}）`;
  if (rule.outside) return [head, place, ...line("程序外", how), ...line("参数", rule.parameters.map(parameterWords).join("；"))];
  return [
    head,
    place,
    ...line("提示", codesOfRule(rule.id).map(codeWords).join("、")),
    ...line("参数", rule.parameters.map(parameterWords).join("；")),
    ...line("做法", how),
    ...line("程序中", placesInProgram(rule, found)),
    ...line("测试", (found.tests.get(rule.id) ?? []).join("；")),
  ];
}

/** Order of the articles in force; what only the law before had, by its old article after them. */
const articleOrder = (rule: KnownRule): number => (rule.of2025 === null ? 1000 : 0) + (rule.of2025?.article ?? rule.of2018?.article ?? 0);

const isNational = (rule: KnownRule): boolean => rule.subject !== "guide" && rule.subject !== "province";

function nationalPart(found: Found): readonly string[] {
  const rules = RULES.filter((rule) => isNational(rule) && (rule.of2025 ?? rule.of2018) !== null).toSorted((one, other) => articleOrder(one) - articleOrder(other));
  const articles = Map.groupBy(rules, articleOrder);
  return [...articles].flatMap(([order, members]) => {
    const [first] = members;
    const title = order < 1000 ? `2025 年法律第${order}条` : `只在 2018 年法律中：第${order - 1000}条`;
    return first === undefined ? [] : ["", `### ${title}`, "", ...members.flatMap((rule) => ruleBlock(rule, found))];
  });
}

const part = (title: string, rules: readonly KnownRule[], found: Found): readonly string[] => ["", `## ${title}`, "", ...rules.flatMap((rule) => ruleBlock(rule, found))];

const HEAD = [
  "# 法律覆盖表 · What of the law this program applies",
  "",
  "由 `npm run docs` 从规则书（`lib/law/rulebook`）、提示目录（`lib/law/catalogue.ts`）、规则包、源代码和测试生成；不是最新的，测试不通过。",
  "Made by `npm run docs` from the rulebook, the catalogue of findings, the packs, the sources and the tests; a test fails when it is not current.",
  "",
  "怎样核对：按 2025 年《村民委员会组织法》的条次往下读，把每条“一句话”同法条对照，再看参数的数值（写作 2018 值 → 2025 值，相同的写一个）。",
  "",
  "- **依据**：该规则在两个文本中的条、款；“没有”表示那个文本没有这条规则。括号中是核对程度：全文核对、只见部分条文、惯例、未核对原文（后三种不作为法律使用）。",
  "- **提示**：违反时程序给出的提示（代码和标题，×× 为案卷中的数字）。**参数**：规则包中的数值，可由省、村在法律范围内另定。**做法**：不靠提示、由程序结构保证的，写明怎样保证。",
  "- **程序中**：`文件#函数`，从源代码中扫描得到。**测试**：名称中写有规则编号的测试。",
  "- **程序外**：本程序不执行的规则和原因；末尾有一览。",
  "- 数值比较一律用整数（“过半数”为 2 × 票数 > 总数，“三分之一以上”为 3 × 票数 ≥ 总数，都在 `lib/law/thresholds.ts`），“以上”含本数（民法典第 1259 条），期间首日不计（第 201 条）。",
] as const;

/** The coverage of the law as docs/law-coverage.md. */
export function lawCoverageDocument(): string {
  const found = gather();
  const silent = RULES.filter((rule) => isNational(rule) && rule.of2025 === null && rule.of2018 === null);
  const outside = RULES.filter((rule) => rule.outside);
  const counts = `共 ${RULES.length} 条规则：国家法律 ${RULES.filter(isNational).length} 条，民政部规程 ${RULES.filter((rule) => rule.subject === "guide").length} 条，各省 ${RULES.filter((rule) => rule.subject === "province").length} 条；其中程序外 ${outside.length} 条。`;
  return [
    ...HEAD,
    "",
    counts,
    "",
    "## 国家法律",
    ...nationalPart(found),
    ...part("国家法律没有写明、各省一致的", silent, found),
    ...part("民政部《村民委员会选举规程》（2013，参考）", RULES.filter((rule) => rule.subject === "guide"), found),
    ...part("由各省规定的事项", RULES.filter((rule) => rule.subject === "province"), found),
    "",
    "## 程序外的规则一览",
    "",
    "| 规则 | 一句话 | 为什么 |",
    "| --- | --- | --- |",
    ...outside.map((rule) => `| ${rule.id} | ${ruleWords[rule.id]?.text ?? ""} | ${ruleWords[rule.id]?.how ?? ""} |`),
    "",
  ].join("\n");
}
