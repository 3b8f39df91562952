import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountFields } from "#components/ballot/AccountFields.tsx";
import { BackLink, Blocked } from "#components/ballot/RoomPage.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { ballotRoom } from "#lib/ballot/room.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { closeStationAction } from "../../actions.ts";

/** A station's ballots after the voting (投票站报数): received is known; issued, spoiled, left and returned are counted. */
export default guardedPage("ballot.issue", electionPlace, async ({ db, params }) => {
  const electionId = params["electionId"] ?? "";
  const room = await ballotRoom(db, electionId);
  const vote = room?.vote ?? null;
  const station = vote?.stations.find((one) => one.id === params["stationId"]);
  if (vote === null || station === undefined) notFound();
  const t = await getTranslations("ballot");
  const title = t("account.title", { station: station.name });
  const { account } = station;
  if (account === null) return <Blocked title={title} why={t("account.none")} explain={t("account.noneExplain")} electionId={electionId} />;
  if (vote.state !== "open") return <Blocked title={title} why={t(vote.state === "preparing" ? "close.notOpen" : "close.already")} explain={t(vote.state === "preparing" ? "todo.openFirst" : "closedExplain")} electionId={electionId} />;
  return (
    <>
      <Heading>{title}</Heading>
      <Lede>{t("account.lede")}</Lede>
      <SummaryList
        title={title}
        items={[
          { key: "place", label: t("stations.place"), value: station.place },
          { key: "received", label: t("sums.received"), value: t("ballots", { ballots: account.received }) },
        ]}
      />
      <CommandForm action={closeStationAction} hidden={{ accountId: account.id, version: String(account.version) }} submitLabel={t("account.submit")} keep={`account-${account.id}`} aside={<BackLink electionId={electionId} />}>
        <AccountFields received={account.received} account={account} />
      </CommandForm>
    </>
  );
});
