import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField } from "#components/form/TextFields.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { today as dayOf } from "#lib/calendar/day.ts";
import { caseFacts } from "#lib/election/queries.ts";
import { auditFinding } from "#lib/election/rules.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { recordAuditAction } from "./actions.ts";

/** When the leaving committee's audit result was posted; it must be before the election (2025 law, Article 40). */
export default guardedPage("audit.record", electionPlace, async ({ db, params, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const facts = await caseFacts(db, electionId);
  if (facts === null) notFound();
  const t = await getTranslations("desk.audit");
  const fields = await getTranslations("fields");
  const today = dayOf(now);
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      {search["done"] === "recorded" ? <Notice title={t("done")} state="done" announce /> : null}
      <FindingList findings={[auditFinding({ publishedOn: facts.auditPublishedOn, electionDay: facts.electionDay }, today, facts.law)]} />
      <CommandForm action={recordAuditAction} submitLabel={t("submit")} hidden={{ electionId, version: String(facts.version) }}>
        <DateField name="publishedOn" label={fields("publishedOn")} hint={t("hint")} max={today} defaultValue={facts.auditPublishedOn ?? ""} />
      </CommandForm>
    </>
  );
});
