import type { Citation } from "../law/finding.ts";
import type { ArticlePlace, Rule } from "../law/rulebook/rule.ts";
import type { Locale } from "./locale.ts";

/** English names of the texts that rules stand in; measures of provinces keep their own names. */
const englishTexts: ReadonlyMap<string, string> = new Map([
  ["村民委员会组织法(2018)", "Organic Law of the Villagers’ Committees (2018)"],
  ["村民委员会组织法(2025)", "Organic Law of the Villagers’ Committees (2025)"],
  ["村民委员会选举规程(2013)", "Rules for Elections of Villagers’ Committees (2013)"],
  ["福建某区村级换届日程", "schedule of a district in Fujian"],
  ["浙江省村民委员会选举办法(2020)", "Zhejiang Measures on Elections of Villagers’ Committees (2020)"],
  ["浙江省实施村民委员会组织法办法(2020)", "Zhejiang Measures implementing the Organic Law (2020)"],
  ["上海市村民委员会选举办法(2020)", "Shanghai Measures on Elections of Villagers’ Committees (2020)"],
  ["北京市村民委员会选举办法(2012)", "Beijing Measures on Elections of Villagers’ Committees (2012)"],
  ["河南省实施村民委员会组织法办法(2011)", "Henan Measures implementing the Organic Law (2011)"],
]);

/** A rule's place in words: 《村民委员会组织法(2025)》第18条; articles that are no plain number stay as they are. */
export function citationWords({ text, article }: Pick<Citation, "text" | "article">, locale: Locale): string {
  const plain = /^\d+$/.test(article);
  if (locale === "en") {
    const name = englishTexts.get(text) ?? text;
    return article === "" ? name : `${name}, ${plain ? "Art. " : ""}${article}`;
  }
  const title = text.startsWith("《") ? text : `《${text}》`;
  return plain ? `${title}第${article}条` : `${title}${article}`;
}

/** Article and paragraph of the national law: 第18条第4款. */
export function articleWords({ article, paragraph }: ArticlePlace, locale: Locale): string {
  if (locale === "en") return `Art. ${article}${paragraph === null ? "" : `(${paragraph})`}`;
  return `第${article}条${paragraph === null ? "" : `第${paragraph}款`}`;
}

/** Where a rule of the rulebook stands today: in the law in force, else in the law before it, else in the first other text. */
export function rulePlaceWords(rule: Pick<Rule, "of2018" | "of2025" | "elsewhere">, locale: Locale): string {
  const national = (year: 2018 | 2025, place: ArticlePlace): string => `${citationWords({ text: `村民委员会组织法(${year})`, article: "" }, locale)}${locale === "en" ? ", " : ""}${articleWords(place, locale)}`;
  if (rule.of2025 !== null) return national(2025, rule.of2025);
  if (rule.of2018 !== null) return national(2018, rule.of2018);
  const [other] = rule.elsewhere;
  return other === undefined ? "" : citationWords(other, locale);
}
