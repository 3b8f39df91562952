import { useLocale, useTranslations } from "next-intl";
import { citationWords } from "#lib/i18n/citation.ts";
import { factWords, findingArguments } from "#lib/i18n/finding-words.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { Citation, Finding, Severity } from "#lib/law/finding.ts";
import type { TagState } from "./Tag.tsx";
import { WhyFinding } from "./Why.tsx";
import { fieldId } from "../form/field-id.ts";

type FindingListProps = {
  readonly findings: readonly Finding[];
  /** Ids of the form's fields begin with this when the page has several forms. */
  readonly formId?: string;
  /** Where the fields a finding speaks of can be corrected, if not on this page. */
  readonly hrefOf?: (field: string) => string;
  /** Fields are links only where they exist. */
  readonly linkFields?: boolean;
  /** Rule, numbers and article stand open: on pages about the checks themselves. */
  readonly whyOpen?: boolean;
};

/** What checks found: severity in a word, what is wrong with its numbers, what to do, and on a tap the rule and the article. */
export function FindingList({ findings, formId, hrefOf, linkFields = false, whyOpen = false }: FindingListProps) {
  return (
    <ul className="findings">
      {findings.map((finding, index) => (
        <li key={`${finding.code}-${index}`}>
          <FindingItem finding={finding} whyOpen={whyOpen} hrefOf={hrefOf ?? (linkFields ? (field) => `#${fieldId(field, formId)}` : null)} />
        </li>
      ))}
    </ul>
  );
}

/** The state whose colour a severity borrows; a check that is in order looks done. */
function stateOf(finding: Finding): TagState {
  if (finding.ok) return "done";
  const states: Readonly<Record<Severity, TagState>> = { error: "late", warning: "due", info: "now" };
  return states[finding.severity];
}

function FindingItem({ finding, whyOpen, hrefOf }: { readonly finding: Finding; readonly whyOpen: boolean; readonly hrefOf: ((field: string) => string) | null }) {
  const t = useTranslations("common.finding");
  const words = useTranslations("findings");
  const locale = localeOf(useLocale());
  const values = findingArguments(finding, locale, factWords(useTranslations("facts")));
  const has = (part: string): boolean => words.has(`${finding.code}.${part}`);
  const state = stateOf(finding);
  const title = words(`${finding.code}.title`, values);
  const [firstField] = finding.fields;
  return (
    <article className={`finding edge-${state}`}>
      <p className="finding-title">
        <span className={`tag tag-${state}`}>{finding.ok ? t("inOrder") : t(finding.severity)}</span>
        {hrefOf && firstField !== undefined ? <a href={hrefOf(firstField)}>{title}</a> : <strong>{title}</strong>}
      </p>
      {!finding.ok && has("todo") ? (
        <p>
          <strong>{t("todo")}</strong>
          {words(`${finding.code}.todo`, values)}
        </p>
      ) : null}
      <WhyFinding code={finding.code} title={title} numbers={has("why") ? words(`${finding.code}.why`, values) : null} required={finding.required} ok={finding.ok} citation={finding.citation} open={whyOpen} />
    </article>
  );
}

/** The article a rule stands on, marked when nobody has read it in full. */
export function CitationLine({ citation }: { readonly citation: Citation }) {
  const t = useTranslations("common.finding");
  const locale = localeOf(useLocale());
  return (
    <p className="citation">
      {t("basis", { rule: citationWords(citation, locale) })}
      {citation.confidence === "seen" ? null : <span className="citation-mark">{t(`confidence.${citation.confidence}`)}</span>}
    </p>
  );
}
