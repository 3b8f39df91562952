import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import type { Locale } from "./locale.ts";

/** What stands for a figure nobody has told yet: ×× as on Chinese forms. */
const blanks: Readonly<Record<Locale, string>> = { "zh-CN": "××", en: "…" };

/** One part of a message without its figures: choices stand side by side, a plural in its general form. */
function wordsOf(element: MessageFormatElement, locale: Locale): string {
  switch (element.type) {
    case TYPE.literal:
      return element.value;
    case TYPE.tag:
      return allWords(element.children, locale);
    case TYPE.pound:
      return blanks[locale];
    case TYPE.plural:
      return allWords(element.options["other"]?.value ?? [], locale);
    case TYPE.select:
      return [...new Set(Object.values(element.options).map((option) => allWords(option.value, locale)))].filter((words) => words !== "").join("/");
    default:
      return blanks[locale];
  }
}

const allWords = (elements: readonly MessageFormatElement[], locale: Locale): string => elements.map((element) => wordsOf(element, locale)).join("");

/** A message as it reads with no case's figures in it, for help pages and printed sheets: 到会 ××，不到法定人数 ××. */
export function genericWords(message: string, locale: Locale): string {
  return allWords(parse(message), locale);
}
