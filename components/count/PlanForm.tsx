import { useTranslations } from "next-intl";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { NumberField } from "#components/form/TextFields.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { usualBundleSize } from "#lib/count/model.ts";
import type { CountVote } from "#lib/count/queries.ts";
import type { FormAction } from "#lib/platform/form-state.ts";

/** Divides the papers from the boxes into bundles, and so begins the count. */
export function PlanForm({ vote, action }: { readonly vote: CountVote; readonly action: FormAction }) {
  const t = useTranslations("count.plan");
  return (
    <section>
      <Heading level={2}>{t("title")}</Heading>
      <p>{t("explain", { returned: vote.returned ?? 0 })}</p>
      <CommandForm action={action} submitLabel={t("submit")} hidden={{ voteId: vote.id, version: String(vote.version) }}>
        <NumberField name="papers" label={t("papers")} hint={t("papersHint")} defaultValue={vote.returned} />
        <NumberField name="size" label={t("size")} hint={t("sizeHint")} defaultValue={usualBundleSize} />
      </CommandForm>
    </section>
  );
}
