import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { rowCount } from "#components/form/row-count.ts";
import { NomineeRows } from "#components/nomination/NomineeRows.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { nominationView } from "#lib/nomination/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { addNomineesAction } from "../actions.ts";

/** Nominees with their votes, from the published list. */
export default guardedPage("nomination.write", electionPlace, async ({ db, params, search }) => {
  const view = await nominationView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("nomination");
  const base = `/desk/${view.electionId}/nomination`;
  const rows = rowCount(search["rows"], 8);
  return (
    <>
      <Heading>{t("task.add")}</Heading>
      <Lede>{view.meeting === null ? t("addNoMeeting") : t("addLede", { ballots: view.meeting.ballots })}</Lede>
      {view.closed || view.registered === null ? (
        <Notice title={t(view.closed ? "closed" : "todo.listFirst")} state="blocked" />
      ) : (
        <CommandForm action={addNomineesAction} hidden={{ electionId: view.electionId }} submitLabel={t("addSubmit")} keep={`nominees-${view.electionId}`} aside={<ButtonLink href={base} look="secondary">{t("back")}</ButtonLink>}>
          <NomineeRows electionId={view.electionId} contests={view.seats.map((seat) => seat.contest)} rows={rows} moreHref={`${base}/add?rows=${rows + 8}`} />
        </CommandForm>
      )}
    </>
  );
});
