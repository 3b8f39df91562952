import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { EntryFields } from "#components/roll/EntryFields.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { rollOverview } from "#lib/roll/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { addEntryAction } from "../actions.ts";

/** A person who is in no register. */
export default guardedPage("roll.write", electionPlace, async ({ db, params, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("roll");
  const { version } = await rollOverview(db, electionId);
  return (
    <>
      <Heading>{t("add.title")}</Heading>
      <Lede>{t("add.lede")}</Lede>
      <RollNav electionId={electionId} current="list" actor={actor} place={place} />
      <CommandForm action={addEntryAction} hidden={{ electionId }} submitLabel={t("add.submit")} pendingLabel={t("add.submitting")} keep={`roll-add-${electionId}`}>
        <EntryFields entry={null} posted={version !== null} />
      </CommandForm>
    </>
  );
});
