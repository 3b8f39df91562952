import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BallotSums, TurnoutWords } from "#components/ballot/BallotSums.tsx";
import { ballotTasks, type BallotDuties } from "#components/ballot/tasks.tsx";
import { VoteChoice } from "#components/ballot/VoteChoice.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { DeadlineBox } from "#components/ui/DeadlineBox.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { TaskList } from "#components/ui/TaskList.tsx";
import { may } from "#lib/access/permissions.ts";
import { ballotRoom, preparationFacts } from "#lib/ballot/room.ts";
import { optionalSteps, stepsOf } from "#lib/ballot/steps.ts";
import { today as dayOf } from "#lib/calendar/day.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

const done = ["stations", "staff", "supplies", "account"];

/** Ballots and polling day (选票与投票日): where the vote stands, what is next, and whether the ballots add up. */
export default guardedPage("election.read", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const electionId = params["electionId"] ?? "";
  const asked = typeof search["vote"] === "string" && /^\d{1,3}$/.test(search["vote"]) ? Number(search["vote"]) : null;
  const room = await ballotRoom(db, electionId, asked);
  if (room === null) notFound();
  const t = await getTranslations("ballot");
  const base = `/desk/${electionId}/ballot`;
  const duties: BallotDuties = {
    write: may(actor.grants, "ballot.write", place), issue: may(actor.grants, "ballot.issue", place), proxies: may(actor.grants, "proxy.write", place), assisted: may(actor.grants, "assisted.write", place),
    notices: may(actor.grants, "notice.issue", place), open: may(actor.grants, "vote.open", place),
  };
  const { vote } = room;
  if (vote === null) {
    return (
      <>
        <Heading>{t("title")}</Heading>
        <Notice title={t("noVote")} state="blocked">
          <p>{t("noVoteExplain")}</p>
          <ButtonRow>
            <ButtonLink href={`/desk/${electionId}/nomination`}>{t("toNomination")}</ButtonLink>
            {duties.write ? <ButtonLink href={`${base}/stations`} look="secondary">{t("step.stations")}</ButtonLink> : null}
          </ButtonRow>
        </Notice>
      </>
    );
  }
  const today = dayOf(now);
  const { facts, issued } = await preparationFacts(db, room, vote, today);
  const current = vote.id === room.votes[0]?.id;
  const tasks = await ballotTasks(base, stepsOf(facts), issued, current ? duties : null, today);
  const workable = tasks.filter((task) => task.state === "now" && task.href !== undefined);
  const next = workable.find((task) => !optionalSteps.some((step) => step === task.id)) ?? workable[0];
  const saved = done.find((one) => one === search["done"]);
  const issuerOnly = duties.issue && !duties.write;
  return (
    <>
      <Heading>{t("title")}</Heading>
      {saved === undefined ? null : <Notice title={t(`saved.${saved}`)} state="done" announce />}
      <VoteChoice vote={vote} votes={room.votes} base={base} />
      <Lede>
        {t.rich("lede", { day: () => <Day day={vote.heldOn} />, registered: vote.registered })}
        {room.hours === null ? null : t("ledeHours", room.hours)}
      </Lede>
      {next === undefined || issuerOnly ? null : (
        <DeadlineBox title={t("next", { what: next.title })} action={<ButtonLink href={next.href ?? base}>{t("goOn")}</ButtonLink>}>
          <p>{next.todo}</p>
        </DeadlineBox>
      )}
      {issuerOnly ? null : <TaskList caption={t("tasks")} titleHead={t("taskHead")} tasks={tasks} />}
      {vote.stations.length === 0 ? null : (
        <section id="sums">
          <Heading level={2}>{t("sums.title")}</Heading>
          <BallotSums vote={vote} accountHref={duties.issue && current && vote.state === "open" ? (stationId) => `${base}/stations/${stationId}` : null} />
          <TurnoutWords vote={vote} />
        </section>
      )}
      {vote.state === "closed" || vote.state === "counting" ? (
        <ButtonRow>
          <ButtonLink href={`/desk/${electionId}/count?vote=${vote.number}`}>{t("toCount")}</ButtonLink>
        </ButtonRow>
      ) : null}
    </>
  );
});
