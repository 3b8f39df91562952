import { useTranslations } from "next-intl";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField } from "#components/form/TextFields.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import type { Day } from "#lib/calendar/day.ts";
import type { FormAction } from "#lib/platform/form-state.ts";
import { HAND_STEPS } from "#lib/plan/model.ts";
import type { StandingStep } from "#lib/plan/queries.ts";

type RecordFormsProps = { readonly electionId: string; readonly steps: readonly StandingStep[]; readonly today: Day; readonly action: FormAction };

/** The days of what is done outside the program: filing the result, handing over. */
export function RecordForms({ electionId, steps, today, action }: RecordFormsProps) {
  const t = useTranslations("plan.record");
  return (
    <section id="record">
      <Heading level={2}>{t("title")}</Heading>
      <p>{t("lede")}</p>
      {HAND_STEPS.map((step) => {
        const standing = steps.find((one) => one.planned.step === step)?.standing;
        return (
          <CommandForm key={step} action={action} formId={step} look="secondary" submitLabel={t("submit")} submitContext={t(step)} hidden={{ electionId, step }}>
            <DateField name="doneOn" label={t(step)} defaultValue={standing?.doneOn ?? ""} max={today} />
          </CommandForm>
        );
      })}
    </section>
  );
}
