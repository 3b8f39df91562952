import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink, Blocked } from "#components/ballot/RoomPage.tsx";
import { StationRows } from "#components/ballot/StationRows.tsx";
import { rowCount } from "#components/form/row-count.ts";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Details } from "#components/ui/Details.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { ballotRoom, votersByGroup } from "#lib/ballot/room.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { setStationsAction } from "../actions.ts";

/** Main venue (中心会场) and polling stations (投票站) with the groups that vote there. */
export default guardedPage("ballot.write", electionPlace, async ({ db, params, search }) => {
  const electionId = params["electionId"] ?? "";
  const room = await ballotRoom(db, electionId);
  if (room === null) notFound();
  const t = await getTranslations("ballot");
  if (room.stationsInUse) return <Blocked title={t("stations.title")} why={t("stations.inUse")} explain={t("stations.inUseExplain")} electionId={electionId} />;
  const voters = [...(await votersByGroup(db, electionId))].map(([group, people]) => ({ group, people }));
  const stations = room.stations.length > 0 ? room.stations : [{ name: t("stations.mainVenue"), place: room.mainVenue ?? "", groups: [] }];
  const rows = rowCount(search["rows"], Math.max(4, stations.length));
  return (
    <>
      <Heading>{t("stations.title")}</Heading>
      <Lede>{t("stations.lede")}</Lede>
      {voters.length === 0 ? null : (
        <Details summary={t("stations.voters")}>
          <DataTable
            caption={t("stations.voters")}
            captionHidden
            narrow="scroll"
            rows={voters}
            rowKey={(row) => String(row.group)}
            columns={[
              { key: "group", head: t("stations.group"), rowHeader: true, cell: (row) => t("stations.groupNumber", { group: row.group }) },
              { key: "people", head: t("stations.people"), numeric: true, cell: (row) => row.people },
            ]}
          />
        </Details>
      )}
      <CommandForm action={setStationsAction} hidden={{ electionId, version: String(room.version) }} submitLabel={t("stations.submit")} keep={`stations-${electionId}`} aside={<BackLink electionId={electionId} />}>
        <StationRows stations={stations} rows={rows} moreHref={`/desk/${electionId}/ballot/stations?rows=${Math.min(60, rows + 4)}`} />
      </CommandForm>
    </>
  );
});
