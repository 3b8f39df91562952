import { useLocale, useTranslations } from "next-intl";
import { ConfidenceMark } from "#components/ui/Why.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import { articleWords, citationWords } from "#lib/i18n/citation.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { codesOfRule } from "#lib/law/rulebook/lookup.ts";
import type { Rule } from "#lib/law/rulebook/rule.ts";
import type { RuleId } from "#lib/law/rulebook/rulebook.ts";
import { FindingLinks } from "./HelpLinks.tsx";

/** One rule of the rulebook: what it says, where it stands, how sure that is, and what the program does for it. */
export function RuleEntry({ rule }: { readonly rule: Rule<RuleId> }) {
  const t = useTranslations("help.rule");
  const words = useTranslations("rules");
  const codes = codesOfRule(rule.id);
  return (
    <article id={rule.id} className="help-entry">
      <h3 className="help-title">
        <span className="help-id">{rule.id}</span> {words(`${rule.id}.text`)}
      </h3>
      <p className="citation">
        <Places rule={rule} />
        {rule.confidence === "seen" ? null : <ConfidenceMark confidence={rule.confidence} />}
      </p>
      {words.has(`${rule.id}.how`) ? (
        <p>
          {rule.outside ? <Tag state="blocked">{t("outside")}</Tag> : <strong>{t("program")}</strong>} {words(`${rule.id}.how`)}
        </p>
      ) : null}
      {codes.length === 0 ? null : (
        <p>
          <strong>{t("findings")}</strong>
          <FindingLinks codes={codes} />
        </p>
      )}
    </article>
  );
}

/** Article of 2018 → article of 2025, then the guide and the provinces. */
function Places({ rule }: { readonly rule: Rule<RuleId> }) {
  const t = useTranslations("help.rule");
  const locale = localeOf(useLocale());
  const { of2018, of2025, elsewhere } = rule;
  const national = of2018 === null && of2025 === null ? null : t("places", { of2018: of2018 === null ? t("none") : articleWords(of2018, locale), of2025: of2025 === null ? t("none") : articleWords(of2025, locale) });
  const parts = [...(national === null ? [] : [national]), ...elsewhere.map((place) => citationWords(place, locale))];
  return <>{parts.join(t("separator"))}</>;
}
