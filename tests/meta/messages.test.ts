import { readFileSync } from "node:fs";
import path from "node:path";
import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { usedKeys } from "./used-keys.ts";
import { filesUnder, root } from "./files.ts";

type Tree = { readonly [key: string]: string | Tree };
const treeSchema: z.ZodType<Tree> = z.record(z.string(), z.union([z.string(), z.lazy(() => treeSchema)]));

const flatten = (tree: Tree, prefix = ""): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [[`${prefix}${key}`, value] as const] : flatten(value, `${prefix}${key}.`)));

const read = (locale: string): ReadonlyMap<string, string> =>
  new Map(flatten(treeSchema.parse(JSON.parse(readFileSync(path.join(root, "messages", `${locale}.json`), "utf8")))));

const zh = read("zh-CN");
const en = read("en");

/** Names of arguments and tags in a message; the branches of plural and select are searched too. */
function argumentsOf(elements: readonly MessageFormatElement[]): readonly string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.tag:
        return [`<${element.value}>`, ...argumentsOf(element.children)];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap((option) => argumentsOf(option.value))];
      default:
        return [element.value];
    }
  });
}

const signature = (text: string): string => [...new Set(argumentsOf(parse(text)))].sort().join(" ");

describe("the words of both languages", () => {
  it("have the same keys", () => {
    expect([...zh.keys()].filter((key) => !en.has(key)), "missing in English").toEqual([]);
    expect([...en.keys()].filter((key) => !zh.has(key)), "missing in Chinese").toEqual([]);
  });

  it("are sound messages with the same arguments", () => {
    const different = [...zh].flatMap(([key, text]) => {
      const other = en.get(key);
      if (other === undefined || signature(text) === signature(other)) return [];
      return [`${key}: ${signature(text)} ≠ ${signature(other)}`];
    });
    expect(different).toEqual([]);
  });

  it("are empty in both or in neither", () => {
    expect([...zh].filter(([key, text]) => (text === "") !== (en.get(key) === "")).map(([key]) => key)).toEqual([]);
  });

  it("see arguments inside plural branches and tags", () => {
    expect(signature("{n, plural, one {<b>{who}</b>} other {#}}")).toBe("<b> n who");
  });
});

describe("the words used in pages and components", () => {
  const prefixes = new Set([...zh.keys()].flatMap((key) => key.split(".").map((_, at, parts) => parts.slice(0, at + 1).join("."))));

  it("all exist", () => {
    const missing = filesUnder(["app", "components"], /\.tsx?$/).flatMap((file) =>
      usedKeys(file, readFileSync(path.join(root, file), "utf8")).filter(({ key, kind }) => !(kind === "namespace" ? prefixes : zh).has(key)).map(({ key, line }) => `${file}:${line} ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it("are found through their namespaces, whatever the variable is called", () => {
    const source = `
      async function Page() { const t = await getTranslations("a.b"); const words = useTranslations(); return t("c") + t.rich("d", {}) + words("e.f"); }
      function Other() { const t = useTranslations("z"); return t(\`dynamic.\${x}\`) + t("y"); }`;
    expect(usedKeys("x.tsx", source).map(({ key }) => key)).toEqual(["a.b", "a.b.c", "a.b.d", "e.f", "z", "z.y"]);
  });
});
