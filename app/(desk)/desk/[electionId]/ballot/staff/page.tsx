import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink, Blocked, NoVote } from "#components/ballot/RoomPage.tsx";
import { leastStaffRows, StaffRows } from "#components/ballot/StaffRows.tsx";
import { rowCount } from "#components/form/row-count.ts";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { ballotRoom, staffLabels } from "#lib/ballot/room.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { setStaffAction } from "../actions.ts";

/** Who does what on polling day (选举工作人员). */
export default guardedPage("ballot.write", electionPlace, async ({ db, params, search }) => {
  const electionId = params["electionId"] ?? "";
  const room = await ballotRoom(db, electionId);
  if (room === null) notFound();
  const t = await getTranslations("ballot");
  const { vote } = room;
  if (vote === null) return <NoVote title={t("staff.title")} electionId={electionId} />;
  if (vote.state !== "preparing") return <Blocked title={t("staff.title")} why={t("started")} explain={t("startedExplain")} electionId={electionId} />;
  const staff = await staffLabels(db, electionId, vote.id);
  const rows = rowCount(search["rows"], Math.max(leastStaffRows, staff.length));
  return (
    <>
      <Heading>{t("staff.title")}</Heading>
      <Lede>{t("staff.lede")}</Lede>
      <CommandForm action={setStaffAction} hidden={{ voteId: vote.id, version: String(vote.version) }} submitLabel={t("staff.submit")} keep={`staff-${vote.id}`} aside={<BackLink electionId={electionId} />}>
        <StaffRows electionId={electionId} staff={staff} rows={rows} moreHref={`/desk/${electionId}/ballot/staff?rows=${Math.min(60, rows + 6)}`} />
      </CommandForm>
    </>
  );
});
