import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { EntryFields, type HouseAt } from "#components/roll/EntryFields.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { rollOverview } from "#lib/roll/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { addEntryAction } from "../actions.ts";

/** A person who is in no register. */
export default guardedPage("roll.write", electionPlace, async ({ db, params, search, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("roll");
  const { version } = await rollOverview(db, electionId);
  const at = houseOf(search);
  return (
    <>
      <Heading>{t("add.title")}</Heading>
      <Lede>{t("add.lede")}</Lede>
      <RollNav electionId={electionId} current="list" actor={actor} place={place} />
      <CommandForm action={addEntryAction} hidden={{ electionId }} submitLabel={t("add.submit")} pendingLabel={t("add.submitting")} keep={`roll-add-${electionId}-${at.groupNumber ?? ""}-${at.householdNumber ?? ""}`}>
        <EntryFields entry={null} at={at} posted={version !== null} />
      </CommandForm>
    </>
  );
});

/** The household that the address names, as links from reports of the doors do; nothing of it is more than a suggestion. */
function houseOf(search: Readonly<Record<string, string | readonly string[] | undefined>>): HouseAt {
  const { group, household } = search;
  return {
    groupNumber: typeof group === "string" && /^[1-9]\d{0,2}$/u.test(group) ? Number(group) : null,
    householdNumber: typeof household === "string" && household !== "" ? household.slice(0, 30) : null,
  };
}
