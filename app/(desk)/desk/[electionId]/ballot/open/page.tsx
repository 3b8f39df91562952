import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink, Blocked, NoVote } from "#components/ballot/RoomPage.tsx";
import { VoteWords } from "#components/count/VoteHeading.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Confirmation } from "#components/ui/Confirmation.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice, WarningText } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { ballotSums } from "#lib/ballot/queries.ts";
import { ballotRoom, openingCheck, preparationFacts } from "#lib/ballot/room.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { openVoteAction } from "../actions.ts";

/** The check before the voting begins, and the one button that opens it (宣布开始投票). */
export default guardedPage("vote.open", electionPlace, async ({ db, params, search, now }) => {
  const electionId = params["electionId"] ?? "";
  const room = await ballotRoom(db, electionId);
  if (room === null) notFound();
  const t = await getTranslations("ballot");
  const { vote } = room;
  const base = `/desk/${electionId}/ballot`;
  if (vote === null) return <NoVote title={t("open.title")} electionId={electionId} />;
  if (vote.state !== "preparing") {
    if (search["done"] !== "open") return <Blocked title={t("open.title")} why={t("started")} explain={t("startedExplain")} electionId={electionId} />;
    return (
      <Confirmation title={t("open.done")} reference={t("people", { people: vote.registered })} referenceLabel={t("open.registeredFixed")}>
        <p>{t("open.doneExplain")}</p>
        <ButtonRow>
          <ButtonLink href={base}>{t("backToRoom")}</ButtonLink>
        </ButtonRow>
      </Confirmation>
    );
  }
  const today = dayOf(now);
  const standing = (await openingCheck(db, room, vote, today)).filter((one) => !one.ok);
  const { facts } = await preparationFacts(db, room, vote, today);
  const errors = standing.filter((one) => one.severity === "error").length;
  const { received } = ballotSums(vote.stations);
  return (
    <>
      <Heading>{t("open.title")}</Heading>
      <Lede>{t("open.lede")}</Lede>
      <SummaryList
        title={t("open.check")}
        items={[
          { key: "kind", label: t("open.kind"), value: <VoteWords vote={vote} /> },
          { key: "day", label: t("open.day"), value: <Day day={vote.heldOn} /> },
          { key: "registered", label: t("open.registered"), value: t("people", { people: vote.registered }) },
          { key: "stations", label: t("open.stations"), value: vote.stations.map((station) => station.name).join(t("listSeparator")) || t("open.nothing"), ...(room.stationsInUse ? {} : { changeHref: `${base}/stations` }) },
          { key: "staff", label: t("open.staff"), value: vote.staff.length === 0 ? t("open.nothing") : t("people", { people: vote.staff.length }), changeHref: `${base}/staff` },
          { key: "printed", label: t("open.printed"), value: t("ballots", { ballots: vote.printed }), changeHref: `${base}/print` },
          { key: "received", label: t("open.received"), value: t("ballots", { ballots: received }), changeHref: `${base}/supplies` },
          { key: "proxies", label: t("open.proxies"), value: t("people", { people: facts.proxyList.count }), changeHref: `${base}/proxies` },
        ]}
      />
      {standing.length === 0 ? <Notice title={t("open.allInOrder")} state="done" /> : <FindingList findings={standing} />}
      {errors > 0 ? (
        <>
          <Notice title={t("open.blocked", { count: errors })} state="blocked">
            <p>{t("open.blockedExplain")}</p>
          </Notice>
          <ButtonRow>
            <BackLink electionId={electionId} />
          </ButtonRow>
        </>
      ) : (
        <>
          <WarningText>{t("open.final")}</WarningText>
          <CommandForm action={openVoteAction} hidden={{ voteId: vote.id, version: String(vote.version) }} submitLabel={t("open.submit")} pendingLabel={t("open.pending")} keep={`open-${vote.id}`} aside={<BackLink electionId={electionId} />} />
        </>
      )}
    </>
  );
});
