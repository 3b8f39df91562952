import { useLocale, useTranslations } from "next-intl";
import { citationWords, rulePlaceWords } from "#lib/i18n/citation.ts";
import { comparisonWords } from "#lib/i18n/comparison.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { Citation } from "#lib/law/finding.ts";
import { basisOf, rulesOfCode } from "#lib/law/rulebook/lookup.ts";
import type { Rule } from "#lib/law/rulebook/rule.ts";
import { ruleOf, type RuleId } from "#lib/law/rulebook/rulebook.ts";

type WhyProps = {
  /** What is asked about, for those who hear the page: the finding's title, the blocked phase. */
  readonly about: string;
  readonly rules: readonly Rule<RuleId>[];
  /** Said where there is no rule of law: custom, or a matter of the program. */
  readonly basis?: "law" | "practice" | "system";
  /** The numbers of the case against the rule, in words. */
  readonly numbers?: string | null;
  /** The same as a comparison, such as `2 x 35 > 54`, and whether it holds. */
  readonly comparison?: { readonly text: string; readonly holds: boolean };
  readonly citation?: Citation | null;
  /** The finding's part of the help pages. */
  readonly code?: string;
  /** Shown open, where the page is about the rule itself. */
  readonly open?: boolean;
};

/** 为什么？ One tap opens the rule in words, the numbers compared, and the article; a second leads to the help page. Works without JavaScript. */
export function Why({ about, rules, basis = "law", numbers = null, comparison, citation = null, code, open = false }: WhyProps) {
  const t = useTranslations("why");
  const locale = localeOf(useLocale());
  const compared = comparison === undefined ? null : comparisonWords(comparison.text, locale);
  return (
    <details className="why" open={open}>
      <summary>
        {t("ask")}
        <span className="sr-only">{about}</span>
      </summary>
      <dl className="why-body">
        <div>
          <dt>{t("rule")}</dt>
          {rules.length === 0 ? <dd>{t(`basis.${basis}`)}</dd> : rules.map((rule) => <RuleLine key={rule.id} rule={rule} cited={citation !== null} />)}
        </div>
        {numbers === null && compared === null ? null : (
          <div>
            <dt>{t("numbers")}</dt>
            <dd>
              {numbers}
              {compared === null ? null : <span className="why-compared">{t(comparison?.holds === true ? "holds" : "fails", { comparison: compared })}</span>}
            </dd>
          </div>
        )}
        {citation === null ? null : (
          <div>
            <dt>{t("article")}</dt>
            <dd>
              {citationWords(citation, locale)}
              {citation.confidence === "seen" ? null : <ConfidenceMark confidence={citation.confidence} />}
            </dd>
          </div>
        )}
        {code === undefined ? null : (
          <div>
            <dt>{t("more")}</dt>
            <dd>
              <HelpLink href={`/help/findings#${code}`}>{t("findingHelp")}</HelpLink>
            </dd>
          </div>
        )}
      </dl>
    </details>
  );
}

/** Why a finding stands: its rules, its numbers, its article. */
export function WhyFinding({ code, title, numbers, required, ok, citation, open = false }: { readonly open?: boolean; readonly code: string; readonly title: string; readonly numbers: string | null; readonly required: string; readonly ok: boolean; readonly citation: Citation | null }) {
  return <Why about={title} rules={rulesOfCode(code)} basis={basisOf(code)} numbers={numbers} comparison={{ text: required, holds: ok }} citation={citation} code={code} open={open} />;
}

/** Why a step waits: the rules named by their numbers in the rulebook. */
export function WhyRules({ about, ids }: { readonly about: string; readonly ids: readonly RuleId[] }) {
  return <Why about={about} rules={ids.flatMap((id) => ruleOf(id) ?? [])} />;
}

function RuleLine({ rule, cited }: { readonly rule: Rule<RuleId>; readonly cited: boolean }) {
  const t = useTranslations("why");
  const words = useTranslations("rules");
  const locale = localeOf(useLocale());
  return (
    <dd>
      {words(`${rule.id}.text`)}
      {cited ? null : <span className="why-place">{rulePlaceWords(rule, locale)}</span>}{" "}
      <HelpLink href={`/help/rules#${rule.id}`}>{t("ruleHelp", { id: rule.id })}</HelpLink>
      {rule.confidence === "seen" ? null : <ConfidenceMark confidence={rule.confidence} />}
    </dd>
  );
}

/** Says when nobody of the project has read the whole text of a rule. */
export function ConfidenceMark({ confidence }: { readonly confidence: Citation["confidence"] }) {
  const t = useTranslations("common.finding.confidence");
  return <span className="citation-mark">{t(confidence)}</span>;
}

/** Help opens beside the form, so that nothing typed is lost. */
function HelpLink({ href, children }: { readonly href: string; readonly children: string }) {
  const t = useTranslations("why");
  return (
    <a href={href} target="_blank" rel="noopener">
      {children}
      <span className="sr-only">{t("newTab")}</span>
    </a>
  );
}
