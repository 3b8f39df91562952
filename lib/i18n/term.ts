import { termWords } from "../chinese/term.ts";
import type { Locale } from "./locale.ts";

/** A term of office as messages name it: 第十三届, or the bare number in English. */
export const termText = (term: number, locale: Locale): string => (locale === "en" ? String(term) : termWords(term));
