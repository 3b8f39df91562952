import { getTranslations } from "next-intl/server";
import { FindingEntry } from "#components/help/FindingEntry.tsx";
import { HelpShell } from "#components/help/HelpShell.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { InsetText } from "#components/ui/Notice.tsx";
import { CATALOGUE_BY_PHASE, FINDING_CODES, FINDING_PHASES, knownCodes } from "#lib/law/catalogue.ts";
import { nationalLaw } from "#lib/law/rulebook/law-of-help.ts";
import { publicPage } from "#lib/web/page.ts";

/** Every message that a check can give, by phase: what it compares, what to do, on which article it rests. */
export default publicPage(async () => {
  const t = await getTranslations("help");
  const law = nationalLaw();
  return (
    <HelpShell current="/help/findings">
      <Heading>{t("nav.findings")}</Heading>
      <Lede>{t("findingsLede", { count: FINDING_CODES.length })}</Lede>
      <InsetText>
        <p>{t("readFindings")}</p>
      </InsetText>
      <nav aria-label={t("contents")}>
        <ul className="help-contents list-plain">
          {FINDING_PHASES.map((phase) => (
            <li key={phase}>
              <a href={`#${phase}`}>{t(`phases.${phase}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {FINDING_PHASES.map((phase) => (
        <section key={phase} id={phase}>
          <Heading level={2}>{t(`phases.${phase}`)}</Heading>
          {knownCodes(CATALOGUE_BY_PHASE[phase]).map((code) => (
            <FindingEntry key={code} code={code} law={law} />
          ))}
        </section>
      ))}
    </HelpShell>
  );
});
