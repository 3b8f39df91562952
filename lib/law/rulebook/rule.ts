import type { Confidence } from "../finding.ts";
import type { LawKey } from "../parameters.ts";

/** Subjects of the rulebook, in the order of an election; `guide` and `province` hold what the national law leaves open. */
export const RULE_SUBJECTS = ["body", "electionCommittee", "voters", "candidates", "vote", "after", "meetings", "guide", "province"] as const;
export type RuleSubject = (typeof RULE_SUBJECTS)[number];

/** Article and paragraph (条、款) of the national law; a paragraph of null means the whole article. */
export type ArticlePlace = { readonly article: number; readonly paragraph: number | null };

/** Where a rule stands outside the national law: provincial measures, or the ministry's guide. */
export type OtherPlace = { readonly text: string; readonly article: string };

/**
 * One rule of the law as this program knows it. Words stand in the message files under `rules.<id>`: `text` says the
 * rule in one sentence, `how` what the program does for it where no finding does.
 */
export type Rule<Id extends string = string> = {
  readonly id: Id;
  readonly subject: RuleSubject;
  /** Place in the law in force until 2025-12-31 and in the one from 2026-01-01; null: not in that text. */
  readonly of2018: ArticlePlace | null;
  readonly of2025: ArticlePlace | null;
  readonly elsewhere: readonly OtherPlace[];
  readonly confidence: Confidence;
  /** Parameters of the packs that hold the rule's values. */
  readonly parameters: readonly LawKey[];
  /** Places in the program that leave no way to break the rule, as `file#name`. */
  readonly structure: readonly string[];
  /** The program does not apply the rule; `how` says why. */
  readonly outside: boolean;
};

/** A place in the law written `article` or `article.paragraph`, such as `18.4`. */
type PlaceText = `${number}`;

type RuleParts = {
  readonly of2018?: PlaceText;
  readonly of2025?: PlaceText;
  readonly elsewhere?: readonly OtherPlace[];
  readonly confidence?: Confidence;
  readonly parameters?: readonly LawKey[];
  readonly structure?: readonly string[];
  readonly outside?: boolean;
};

function placeOf(text: PlaceText | undefined): ArticlePlace | null {
  if (text === undefined) return null;
  const [article, paragraph] = text.split(".").map(Number);
  return { article: article ?? Number.NaN, paragraph: paragraph ?? null };
}

/** Builds the rules of one subject; `seen` in full unless told otherwise. */
export const rulesOn =
  (subject: RuleSubject, confidence: Confidence = "seen") =>
  <const Id extends string>(id: Id, parts: RuleParts): Rule<Id> => ({
    id,
    subject,
    of2018: placeOf(parts.of2018),
    of2025: placeOf(parts.of2025),
    elsewhere: parts.elsewhere ?? [],
    confidence: parts.confidence ?? confidence,
    parameters: parts.parameters ?? [],
    structure: parts.structure ?? [],
    outside: parts.outside ?? false,
  });

/** Provincial measures by their short names. */
const SHANGHAI = "上海市村民委员会选举办法(2020)";
const ZHEJIANG = "浙江省村民委员会选举办法(2020)";
const BEIJING = "北京市村民委员会选举办法(2012)";
const HENAN = "河南省实施村民委员会组织法办法(2011)";

/** Articles of the four provincial texts read in full; a province without an article on the matter is left out. */
export function provinces(articles: { readonly shanghai?: number; readonly zhejiang?: number; readonly beijing?: number; readonly henan?: number }): readonly OtherPlace[] {
  const texts = [[SHANGHAI, articles.shanghai], [ZHEJIANG, articles.zhejiang], [BEIJING, articles.beijing], [HENAN, articles.henan]] as const;
  return texts.flatMap(([text, article]) => (article === undefined ? [] : [{ text, article: String(article) }]));
}
