import { getTranslations } from "next-intl/server";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField, TextField } from "#components/form/TextFields.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { admittedBy, applicationGrounds } from "#lib/law/voter-groups.ts";
import type { FormAction } from "#lib/platform/form-state.ts";
import { lacksCertificate } from "#lib/roll/entry/application.ts";
import type { EntryDetail } from "#lib/roll/entry/queries.ts";

/** Records the application of somebody whose household is elsewhere (第三类: 本人申请). */
export async function ApplicationForm({ entry, action }: { readonly entry: EntryDetail; readonly action: FormAction }) {
  const t = await getTranslations("rollEntry.application");
  const grounds = await getTranslations("meeting.new.ground");
  const f = await getTranslations("fields");
  const now = entry.application;
  const needed = entry.law.values.voterHomeCertificate;
  return (
    <section>
      <Heading level={2}>{t("title")}</Heading>
      <p>{t(needed ? "ledeCertificate" : "lede")}</p>
      <CommandForm action={action} hidden={{ entryId: entry.id, version: String(entry.version) }} formId="application" submitLabel={t("submit")} pendingLabel={t("pending")} look={now === null ? "primary" : "secondary"}>
        <SelectField name="ground" label={t("ground")} choices={applicationGrounds(entry.law).map((ground) => ({ value: ground, label: grounds(ground) }))} defaultValue={now?.ground ?? ""} />
        <DateField name="since" label={f("since")} hint={t("sinceHint")} defaultValue={now?.since ?? ""} />
        <DateField name="appliedOn" label={f("appliedOn")} defaultValue={now?.appliedOn ?? ""} />
        <TextField name="certificateIssuer" label={f("certificateIssuer")} hint={t(needed ? "certificateNeeded" : "certificateHint")} defaultValue={now?.certificate?.issuer ?? ""} optional={!needed} />
        <DateField name="certificateDay" label={f("certificateDay")} defaultValue={now?.certificate?.day ?? ""} optional={!needed} />
      </CommandForm>
    </section>
  );
}

type ConsentProps = { readonly electionId: string; readonly entry: EntryDetail; readonly writes: boolean; readonly confirms: FormAction | null };

/** What his application waits for: the meeting's consent, recorded with the meeting, or the committee's own confirmation. */
export async function ConsentNotice({ electionId, entry, writes, confirms }: ConsentProps) {
  const t = await getTranslations("roll.entry");
  const own = await getTranslations("rollEntry.application");
  const f = await getTranslations("fields");
  if (entry.application !== null && admittedBy(entry.application.ground) === "committee") {
    return (
      <Notice title={own("confirmTitle")} state="due">
        <p>{own("confirmLede")}</p>
        {confirms === null ? (
          <p>{own("confirmByCommittee")}</p>
        ) : (
          <CommandForm action={confirms} hidden={{ entryId: entry.id, version: String(entry.version) }} formId="confirm" submitLabel={own("confirm")} pendingLabel={own("pending")} look="primary">
            <DateField name="confirmedOn" label={f("confirmedOn")} />
          </CommandForm>
        )}
      </Notice>
    );
  }
  return (
    <Notice title={t("consentTitle")} state="due">
      <p>{t("consentLede")}</p>
      {lacksCertificate(entry.law, entry.application) ? <p>{own("certificateFirst")}</p> : null}
      {writes ? (
        <ButtonRow>
          <ButtonLink href={`/desk/${electionId}/meetings/new?admit=${entry.id}`} look="secondary">
            {t("consent")}
          </ButtonLink>
        </ButtonRow>
      ) : (
        <p>{t("consentByCommittee")}</p>
      )}
    </Notice>
  );
}
