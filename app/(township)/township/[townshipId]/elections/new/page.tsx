import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { CheckboxGroup, SelectField } from "#components/form/ChoiceFields.tsx";
import { DateField } from "#components/form/TextFields.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { today as dayOf } from "#lib/calendar/day.ts";
import { driveChoices, villagesOf } from "#lib/township/queries.ts";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";
import { openElectionsAction } from "../../actions.ts";

/** Opens the elections of chosen villages on one day. */
export default guardedPage("election.open", townshipPlace, async ({ db, params, now }) => {
  const townshipId = params["townshipId"] ?? "";
  const t = await getTranslations("township.newElections");
  const fields = await getTranslations("fields");
  const [drives, villages] = await Promise.all([driveChoices(db, townshipId), villagesOf(db, townshipId)]);
  const [newest] = drives;
  if (newest === undefined || villages.length === 0) {
    const missing = newest === undefined ? "drives/new" : "villages";
    return (
      <>
        <Heading>{t("title")}</Heading>
        <Lede>{newest === undefined ? t("driveFirst") : t("villagesFirst")}</Lede>
        <ButtonRow>
          <ButtonLink href={`/township/${townshipId}/${missing}`}>{newest === undefined ? t("openDrive") : t("addVillages")}</ButtonLink>
        </ButtonRow>
      </>
    );
  }
  if (drives.length === 1 && villages.every((village) => village.elections.some((election) => election.driveId === newest.id))) {
    return (
      <>
        <Heading>{t("title")}</Heading>
        <Lede>{t("allOpen", { drive: newest.name, villages: villages.length })}</Lede>
        <ButtonRow>
          <ButtonLink href={`/township/${townshipId}`}>{t("overview")}</ButtonLink>
        </ButtonRow>
      </>
    );
  }
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <CommandForm action={openElectionsAction} submitLabel={t("submit")} hidden={{ townshipId }} keep={`elections-${townshipId}`}>
        <SelectField name="driveId" label={t("drive")} width="long" emptyLabel={null} defaultValue={newest.id} choices={drives.map((drive) => ({ value: drive.id, label: drive.name }))} />
        <DateField name="electionDay" label={fields("electionDay")} hint={t("dayHint")} min={dayOf(now)} />
        <CheckboxGroup
          name="villageIds"
          label={fields("villageIds")}
          hint={t("villagesHint")}
          choices={villages.map((village) => {
            const open = village.elections.some((election) => election.driveId === newest.id);
            return { value: village.id, label: village.name, disabled: open, ...(open ? { hint: t("openAlready") } : {}) };
          })}
        />
      </CommandForm>
    </>
  );
});
