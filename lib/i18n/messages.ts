import type { AbstractIntlMessages } from "next-intl";
import { type Locale } from "./locale.ts";
import { unreachable } from "../platform/result.ts";

/** All words of a language. Literal paths, so that the bundler takes both files along. */
export async function messagesOf(locale: Locale): Promise<AbstractIntlMessages> {
  switch (locale) {
    case "zh-CN":
      return (await import("../../messages/zh-CN.json", { with: { type: "json" } })).default;
    case "en":
      return (await import("../../messages/en.json", { with: { type: "json" } })).default;
    default:
      return unreachable(locale);
  }
}

/** Only what stands under the named paths ("count", "roll.import"), for what is sent to the browser. Unknown paths are left out. */
export function pickMessages(messages: AbstractIntlMessages, paths: readonly string[]): AbstractIntlMessages {
  const heads = Map.groupBy(paths, (path) => path.split(".", 1)[0] ?? "");
  return Object.fromEntries(
    Object.entries(messages).flatMap(([name, below]) => {
      const wanted = heads.get(name);
      if (wanted === undefined) return [];
      return [[name, typeof below === "string" || wanted.includes(name) ? below : pickMessages(below, wanted.map((path) => path.slice(name.length + 1)))]];
    }),
  );
}
