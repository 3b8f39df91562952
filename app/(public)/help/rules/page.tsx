import { getTranslations } from "next-intl/server";
import { HelpShell } from "#components/help/HelpShell.tsx";
import { RuleEntry } from "#components/help/RuleEntry.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { InsetText } from "#components/ui/Notice.tsx";
import { RULE_SUBJECTS } from "#lib/law/rulebook/rule.ts";
import { RULES } from "#lib/law/rulebook/rulebook.ts";
import { publicPage } from "#lib/web/page.ts";

/** The rulebook by subject, each rule with its place in both texts of the law. */
export default publicPage(async () => {
  const t = await getTranslations("help");
  return (
    <HelpShell current="/help/rules">
      <Heading>{t("nav.rules")}</Heading>
      <Lede>{t("rulesLede", { count: RULES.length })}</Lede>
      <InsetText>
        <p>{t("readRules")}</p>
        <p>{t("confidence.unverified")}</p>
      </InsetText>
      <nav aria-label={t("contents")}>
        <ul className="help-contents list-plain">
          {RULE_SUBJECTS.map((subject) => (
            <li key={subject}>
              <a href={`#${subject}`}>{t(`subjects.${subject}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {RULE_SUBJECTS.map((subject) => (
        <section key={subject} id={subject}>
          <Heading level={2}>{t(`subjects.${subject}`)}</Heading>
          {RULES.filter((rule) => rule.subject === subject).map((rule) => (
            <RuleEntry key={rule.id} rule={rule} />
          ))}
        </section>
      ))}
    </HelpShell>
  );
});
