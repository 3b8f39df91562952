import { useTranslations } from "next-intl";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField } from "#components/form/TextFields.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import type { Day } from "#lib/calendar/day.ts";
import type { CaseFacts } from "#lib/election/progress-facts.ts";
import type { FormAction } from "#lib/platform/form-state.ts";

type ElectionFormsProps = {
  readonly townshipId: string;
  readonly facts: CaseFacts;
  /** Something is published or built on the day: it can no longer be moved. */
  readonly dayFixed: boolean;
  readonly today: Day;
  /** Null where the reader may not do it. */
  readonly setDay: FormAction | null;
  readonly recordAudit: FormAction | null;
};

/** What the township may set of an election: its day until that is published, and the audit's publication. */
export function ElectionForms({ townshipId, facts, dayFixed, today, setDay, recordAudit }: ElectionFormsProps) {
  const t = useTranslations("township.election");
  const fields = useTranslations("fields");
  const hidden = { townshipId, electionId: facts.electionId, version: String(facts.version) };
  return (
    <>
      {setDay === null ? null : (
        <section>
          <Heading level={2}>{t("dayTitle")}</Heading>
          {dayFixed ? (
            <p>{t("dayFixed")}</p>
          ) : (
            <CommandForm action={setDay} submitLabel={t("setDay")} look="secondary" formId="day" hidden={hidden}>
              <DateField name="electionDay" label={fields("electionDay")} defaultValue={facts.electionDay} min={today} />
            </CommandForm>
          )}
        </section>
      )}
      {recordAudit === null ? null : (
        <section>
          <Heading level={2}>{t("auditTitle")}</Heading>
          <CommandForm action={recordAudit} submitLabel={t("recordAudit")} look="secondary" formId="audit" hidden={hidden}>
            <DateField name="publishedOn" label={fields("publishedOn")} hint={t("auditHint")} defaultValue={facts.auditPublishedOn ?? ""} max={today} />
          </CommandForm>
        </section>
      )}
    </>
  );
}
