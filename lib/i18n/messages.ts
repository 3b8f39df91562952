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

/** Only the named namespaces, for what is sent to the browser. Unknown names are left out. */
export function pickMessages(messages: AbstractIntlMessages, namespaces: readonly string[]): AbstractIntlMessages {
  return Object.fromEntries(Object.entries(messages).filter(([namespace]) => namespaces.includes(namespace)));
}
