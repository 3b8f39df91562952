import { useTranslations } from "next-intl";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import type { DayChangeRecord } from "#lib/plan/day-queries.ts";
import { DayChangeHistory, DayChangeSummary } from "./DayChangeHistory.tsx";

type DayDecisionProps = { readonly townshipId: string; readonly electionId: string; readonly changes: readonly DayChangeRecord[]; /** Null where the reader may not decide. */ readonly action: FormAction | null };

/** The township's part in another election day: the ask with its reason, the plan for the new day, and the decision. */
export function DayDecision({ townshipId, electionId, changes, action }: DayDecisionProps) {
  const t = useTranslations("dayChange");
  const fields = useTranslations("fields");
  const asked = changes.find((change) => change.state === "asked");
  if (asked === undefined) return <DayChangeHistory changes={changes} />;
  return (
    <section id="day-change">
      <Heading level={2}>{t("decideTitle")}</Heading>
      <DayChangeSummary change={asked} />
      <ButtonLink href={`/desk/${electionId}/plan/day`} look="secondary" small>{t("preview")}</ButtonLink>
      {action === null ? null : (
        <CommandForm action={action} formId="decide" look="secondary" submitLabel={t("decideSubmit")} hidden={{ townshipId, changeId: asked.id, version: String(asked.version) }}>
          <p className="muted">{t("townshipOnly")}</p>
          <RadioField name="decision" label={fields("decision")} choices={[{ value: "approve", label: t("approve") }, { value: "refuse", label: t("refuse") }]} />
          <TextField name="decisionReason" label={t("decision")} maxLength={200} />
        </CommandForm>
      )}
      <DayChangeHistory changes={changes.filter((change) => change !== asked)} />
    </section>
  );
}
