import type { Citation } from "./finding.ts";
import type { Law } from "./law.ts";

/** An article of 村民委员会组织法 that no parameter carries, in the text that is in force for a case. */
export const organicArticle = (law: Law, of2018: string, of2025: string): Citation =>
  law.national === "CN-2018"
    ? { text: "村民委员会组织法(2018)", article: of2018, confidence: "seen" }
    : { text: "村民委员会组织法(2025)", article: of2025, confidence: "seen" };
