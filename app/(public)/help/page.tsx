import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { HelpShell } from "#components/help/HelpShell.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { FINDING_CODES } from "#lib/law/catalogue.ts";
import { RULES } from "#lib/law/rulebook/rulebook.ts";
import { publicPage } from "#lib/web/page.ts";

/** The first page of the help: how the program answers "why", and where each answer stands. */
export default publicPage(async () => {
  const t = await getTranslations("help");
  const finding = await getTranslations("common.finding");
  return (
    <HelpShell current="/help">
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <ul className="list-plain help-start">
        <li>
          <Link href="/help/findings" prefetch={false}>
            {t("nav.findings")}
          </Link>
          <p className="muted">{t("findingsLede", { count: FINDING_CODES.length })}</p>
        </li>
        <li>
          <Link href="/help/rules" prefetch={false}>
            {t("nav.rules")}
          </Link>
          <p className="muted">{t("rulesLede", { count: RULES.length })}</p>
        </li>
      </ul>
      <ButtonRow>
        <ButtonLink href="/api/help/cheat-sheet" look="secondary" newTab>
          {t("cheatSheet")}
        </ButtonLink>
      </ButtonRow>
      <p className="muted">{t("cheatSheetExplain")}</p>
      <SummaryList
        title={t("severities")}
        items={[
          { key: "error", label: finding("error"), value: t("severity.error") },
          { key: "warning", label: finding("warning"), value: t("severity.warning") },
          { key: "info", label: finding("info"), value: t("severity.info") },
        ]}
      />
      <Heading level={2}>{t("confidenceTitle")}</Heading>
      <p>{t("confidence.seen")}</p>
      <SummaryList
        items={(["seenExcerpt", "seenPractice", "unverified"] as const).map((key) => ({ key, label: finding(`confidence.${key}`), value: t(`confidence.${key}`) }))}
      />
      <Heading level={2}>{t("searchTitle")}</Heading>
      <p>{t("search")}</p>
    </HelpShell>
  );
});
