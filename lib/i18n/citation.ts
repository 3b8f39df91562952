import type { Citation } from "../law/finding.ts";
import type { Locale } from "./locale.ts";

/** A rule's place in words: 《村民委员会组织法(2025)》第18条; articles that are no plain number stay as they are. */
export function citationWords({ text, article }: Pick<Citation, "text" | "article">, locale: Locale): string {
  const plain = /^\d+$/.test(article);
  if (locale === "en") return article === "" ? text : `${text}, ${plain ? "Art. " : ""}${article}`;
  const title = text.startsWith("《") ? text : `《${text}》`;
  return plain ? `${title}第${article}条` : `${title}${article}`;
}
