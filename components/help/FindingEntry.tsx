import { useTranslations } from "next-intl";
import { CitationLine } from "#components/ui/FindingList.tsx";
import { Tag, type TagState } from "#components/ui/Tag.tsx";
import { CATALOGUE, citationOf, type FindingCode } from "#lib/law/catalogue.ts";
import type { Severity } from "#lib/law/finding.ts";
import type { Law } from "#lib/law/law.ts";
import { basisOf, rulesOfCode } from "#lib/law/rulebook/lookup.ts";
import { RuleLinks, useFindingWords } from "./HelpLinks.tsx";

const states: Readonly<Record<Severity, TagState>> = { error: "late", warning: "due", info: "now" };

/** One finding as the help explains it: how grave, what it compares, what to do, on which rules and article. */
export function FindingEntry({ code, law }: { readonly code: FindingCode; readonly law: Law }) {
  const t = useTranslations("help.finding");
  const severities = useTranslations("common.finding");
  const words = useFindingWords();
  const { severity } = CATALOGUE[code];
  const citation = citationOf(code, law);
  const rules = rulesOfCode(code);
  const basis = basisOf(code);
  return (
    <article id={code} className="help-entry">
      <h3 className="help-title">
        <Tag state={states[severity]}>{severities(severity)}</Tag> {words(code, "title")}
      </h3>
      <p>{words(code, "why")}</p>
      <p>
        <strong>{severities("todo")}</strong>
        {words(code, "todo")}
      </p>
      {citation === null ? null : <CitationLine citation={citation} />}
      {basis === "law" ? null : <p className="muted">{t(basis)}</p>}
      {rules.length === 0 ? null : <RuleLinks rules={rules} />}
    </article>
  );
}
