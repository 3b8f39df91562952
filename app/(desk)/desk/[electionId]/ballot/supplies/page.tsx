import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink, Blocked, NoVote } from "#components/ballot/RoomPage.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { fieldId } from "#components/form/field-id.ts";
import { NumberField } from "#components/form/TextFields.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { InsetText } from "#components/ui/Notice.tsx";
import { ballotRoom, votersByGroup } from "#lib/ballot/room.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { supplyStationsAction } from "../actions.ts";

/** How many ballots each station gets in all (各站领取数). */
export default guardedPage("ballot.write", electionPlace, async ({ db, params }) => {
  const electionId = params["electionId"] ?? "";
  const room = await ballotRoom(db, electionId);
  if (room === null) notFound();
  const t = await getTranslations("ballot");
  const { vote } = room;
  const base = `/desk/${electionId}/ballot`;
  const title = t("supplies.title");
  if (vote === null) return <NoVote title={title} electionId={electionId} />;
  if (vote.state !== "preparing" && vote.state !== "open") return <Blocked title={title} why={t("started")} explain={t("closedExplain")} electionId={electionId} />;
  if (vote.stations.length === 0) return <Blocked title={title} why={t("supplies.noStations")} explain={t("supplies.noStationsExplain")} electionId={electionId} nextHref={`${base}/stations`} nextLabel={t("step.stations")} />;
  if (vote.printed === 0) return <Blocked title={title} why={t("supplies.noPrint")} explain={t("supplies.noPrintExplain")} electionId={electionId} nextHref={`${base}/print`} nextLabel={t("step.print")} />;
  const voters = await votersByGroup(db, electionId);
  const open = vote.stations.filter((station) => station.account === null || station.account.issued === null);
  const reported = vote.stations.filter((station) => !open.includes(station));
  const hidden = Object.fromEntries(open.map((station, index) => [`supplies[${index}].stationId`, station.id]));
  return (
    <>
      <Heading>{title}</Heading>
      <Lede>{t("supplies.lede", { printed: vote.printed, registered: vote.registered })}</Lede>
      {reported.length === 0 ? null : (
        <InsetText>
          <p>{t("supplies.reported", { stations: reported.map((station) => t("supplies.stationHas", { station: station.name, received: station.account?.received ?? 0 })).join(t("listSeparator")) })}</p>
        </InsetText>
      )}
      {open.length === 0 ? (
        <p>
          <BackLink electionId={electionId} />
        </p>
      ) : (
        <CommandForm action={supplyStationsAction} hidden={{ voteId: vote.id, version: String(vote.version), ...hidden }} submitLabel={t("supplies.submit")} keep={`supplies-${vote.id}`} aside={<BackLink electionId={electionId} />}>
          <div id={fieldId("supplies")} tabIndex={-1}>
            {open.map((station, index) => (
              <NumberField
                key={station.id}
                name={`supplies[${index}].received`}
                label={t("supplies.received", { station: station.name })}
                hint={station.groups.length === 0 ? t("supplies.allGroups") : t("supplies.voters", { voters: station.groups.reduce((sum, group) => sum + (voters.get(group) ?? 0), 0), groups: station.groups.join("、") })}
                defaultValue={station.account?.received ?? null}
              />
            ))}
          </div>
        </CommandForm>
      )}
    </>
  );
});
