import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { FINDING_CODES } from "#lib/law/catalogue.ts";
import { findingSites } from "../../scripts/law-coverage/finding-sites.ts";
import en from "../../messages/en.json" with { type: "json" };
import zh from "../../messages/zh-CN.json" with { type: "json" };

const parts = ["title", "why", "todo"] as const;
type Words = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;
const languages: readonly (readonly [string, Words])[] = [["zh-CN", zh.findings], ["en", en.findings]];

function argumentsOf(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.plural || element.type === TYPE.select) return [element.value, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))];
    if (element.type === TYPE.tag) return argumentsOf(element.children);
    return element.type === TYPE.literal || element.type === TYPE.pound ? [] : [element.value];
  });
}

const argumentsIn = (words: Words, code: string): readonly string[] => [...new Set(parts.flatMap((part) => argumentsOf(parse(words[code]?.[part] ?? ""))))];

const sites = findingSites();
const sitesOf = (code: string) => sites.filter((site) => site.code === code);

/** Figures that need no words of their own: the block of a sheet, a province's base told as `issued` too, the group of a group's own finding. */
const shownElsewhere: ReadonlySet<string> = new Set(["contest", "voters", "group"]);

describe.each(FINDING_CODES)("the words of finding %s", (code) => {
  it("say what is wrong, why, and what to do, in both languages", () => {
    for (const [language, words] of languages) for (const part of parts) expect(words[code]?.[part] ?? "", `${language} ${part}`).not.toBe("");
  });

  it("use its figures, and no others", () => {
    for (const [language, words] of languages) {
      const used = argumentsIn(words, code);
      for (const site of sitesOf(code)) {
        const told = new Set([...site.figures, "required"]);
        if (!site.open) expect(used.filter((name) => !told.has(name)), `${language}: not told by ${site.file} ${site.name}`).toEqual([]);
        expect(site.figures.filter((name) => !used.includes(name) && !shownElsewhere.has(name)), `${language}: told by ${site.file} ${site.name}, not said`).toEqual([]);
      }
    }
  });

  it("can be met: some check gives it", () => {
    expect(sitesOf(code).length).toBeGreaterThan(0);
  });
});

it("no words are left of findings that are gone", () => {
  const known: ReadonlySet<string> = new Set(FINDING_CODES);
  expect(Object.keys(zh.findings).filter((code) => !known.has(code))).toEqual([]);
});
