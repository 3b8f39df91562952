import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BallotSums, TurnoutWords } from "#components/ballot/BallotSums.tsx";
import { BackLink, Blocked, NoVote } from "#components/ballot/RoomPage.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Confirmation } from "#components/ui/Confirmation.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice, WarningText } from "#components/ui/Notice.tsx";
import { ballotSums } from "#lib/ballot/queries.ts";
import { ballotRoom } from "#lib/ballot/room.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { beforeAct } from "#lib/election/guards/standing.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { closeVoteAction } from "../actions.ts";

/** The sums once more, and the one button that ends the voting (宣布投票结束). */
export default guardedPage("vote.open", electionPlace, async ({ db, params, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const room = await ballotRoom(db, electionId);
  if (room === null) notFound();
  const t = await getTranslations("ballot");
  const { vote } = room;
  const base = `/desk/${electionId}/ballot`;
  if (vote === null) return <NoVote title={t("close.title")} electionId={electionId} />;
  const sums = ballotSums(vote.stations);
  if (vote.state === "preparing") return <Blocked title={t("close.title")} why={t("close.notOpen")} explain={t("todo.openFirst")} electionId={electionId} nextHref={`${base}/open`} nextLabel={t("step.open")} />;
  if (vote.state !== "open") {
    if (search["done"] !== "close") return <Blocked title={t("close.title")} why={t("close.already")} explain={t("closedExplain")} electionId={electionId} />;
    return (
      <Confirmation title={t("close.done")} reference={t("ballots", { ballots: sums.returned ?? 0 })} referenceLabel={t("close.returned")}>
        <TurnoutWords vote={vote} />
        <p>{t("close.doneExplain")}</p>
        <ButtonRow>
          <ButtonLink href={`/desk/${electionId}/count?vote=${vote.number}`}>{t("toCount")}</ButtonLink>
          <ButtonLink href={base} look="secondary">{t("backToRoom")}</ButtonLink>
        </ButtonRow>
      </Confirmation>
    );
  }
  const open = vote.stations.filter((station) => station.account !== null && (station.account.issued === null || station.account.returned === null)).map((station) => station.name);
  const findings = (await beforeAct(db, electionId, "closeVote", dayOf(now), { voteId: vote.id })).filter((one) => !one.ok || one.severity === "info");
  return (
    <>
      <Heading>{t("close.title")}</Heading>
      <Lede>{t("close.lede")}</Lede>
      <BallotSums vote={vote} accountHref={(stationId) => `${base}/stations/${stationId}`} />
      <TurnoutWords vote={vote} />
      {open.length > 0 ? (
        <>
          <FindingList findings={findings.filter((one) => one.code === "accountsOpen")} />
          <Notice title={t("close.blocked", { missing: open.length })} state="blocked">
            <p>{t("close.blockedExplain")}</p>
          </Notice>
          <ButtonRow>
            <BackLink electionId={electionId} />
          </ButtonRow>
        </>
      ) : (
        <>
          <FindingList findings={findings} />
          <WarningText>{t("close.final")}</WarningText>
          <CommandForm action={closeVoteAction} hidden={{ voteId: vote.id, version: String(vote.version) }} submitLabel={t("close.submit")} pendingLabel={t("close.pending")} aside={<BackLink electionId={electionId} />} />
        </>
      )}
    </>
  );
});
