import { useLocale, useMessages } from "next-intl";
import { useTranslations } from "next-intl";
import { genericWords } from "#lib/i18n/generic-words.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { FindingCode } from "#lib/law/catalogue.ts";
import type { Rule } from "#lib/law/rulebook/rule.ts";
import type { RuleId } from "#lib/law/rulebook/rulebook.ts";

/** The raw words of a finding, with its figures left blank. */
export function useFindingWords(): (code: FindingCode, part: "title" | "why" | "todo") => string {
  const locale = localeOf(useLocale());
  const { findings } = useMessages();
  return (code, part) => {
    const entry = typeof findings === "object" ? findings[code] : undefined;
    const message = typeof entry === "object" ? entry[part] : undefined;
    return typeof message === "string" ? genericWords(message, locale) : code;
  };
}

/** Findings by their titles, each leading to its place on the help page. */
export function FindingLinks({ codes }: { readonly codes: readonly FindingCode[] }) {
  const t = useTranslations("help.rule");
  const words = useFindingWords();
  return codes.map((code, index) => (
    <span key={code}>
      {index === 0 ? "" : t("separator")}
      <a href={`/help/findings#${code}`}>{words(code, "title")}</a>
    </span>
  ));
}

/** Rules by their numbers, each leading to its place on the help page. */
export function RuleLinks({ rules }: { readonly rules: readonly Rule<RuleId>[] }) {
  const words = useTranslations("rules");
  return (
    <ul>
      {rules.map((rule) => (
        <li key={rule.id}>
          <a href={`/help/rules#${rule.id}`}>{rule.id}</a> {words(`${rule.id}.text`)}
        </li>
      ))}
    </ul>
  );
}
