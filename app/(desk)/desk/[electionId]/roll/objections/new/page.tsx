import { getTranslations } from "next-intl/server";
import { PersonField } from "#components/election/PersonField.tsx";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DateField, NumberField, TextAreaField, TextField } from "#components/form/TextFields.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { today as dayOf } from "#lib/calendar/day.ts";
import { OBJECTION_KINDS } from "#lib/roll/objections/model.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { recordObjectionAction } from "../actions.ts";

/** Enters an objection that came to the desk, by word or on paper. */
export default guardedPage("objection.record", electionPlace, async ({ db: _, params, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("objections");
  const f = await getTranslations("fields");
  const back = `/desk/${electionId}/roll/objections`;
  return (
    <>
      <Heading>{t("new.title")}</Heading>
      <Lede>{t("new.lede")}</Lede>
      <RollNav electionId={electionId} current="objections" actor={actor} place={place} />
      <CommandForm action={recordObjectionAction} hidden={{ electionId }} submitLabel={t("new.submit")} pendingLabel={t("new.submitting")} keep={`objection-${electionId}`} aside={<ButtonLink href={back} look="secondary">{t("back")}</ButtonLink>}>
        <RadioField name="asks" label={t("new.kind")} choices={OBJECTION_KINDS.map((kind) => ({ value: kind, label: t(`asks.${kind}`) }))} />
        <PersonField electionId={electionId} name="about" label={f("about")} hint={t("new.subjectHint")} />
        <NumberField name="aboutGroup" label={f("aboutGroup")} hint={t("new.groupHint")} optional />
        <TextAreaField name="statement" label={f("statement")} hint={t("new.statementHint")} />
        <div className="field-row">
          <TextField name="objector" label={f("objector")} />
          <TextField name="contactWay" label={f("contactWay")} optional />
        </div>
        <DateField name="receivedOn" label={f("receivedOn")} hint={t("new.receivedHint")} defaultValue={dayOf(now)} />
      </CommandForm>
    </>
  );
});
