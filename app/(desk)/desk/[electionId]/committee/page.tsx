import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Day, Num } from "#components/ui/DeadlineWords.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import { TaskList } from "#components/ui/TaskList.tsx";
import { committeeTasks } from "#components/committee/tasks.tsx";
import { may } from "#lib/access/permissions.ts";
import { today } from "#lib/calendar/day.ts";
import { committeeView } from "#lib/committee/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

const done = ["record", "leave", "seats", "polling"];

/** The committee room (村民选举委员会): what is decided, who sits in it, which notices are out. */
export default guardedPage("election.read", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const view = await committeeView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("committee");
  const law = await getTranslations("law");
  const meeting = await getTranslations("meeting");
  const base = `/desk/${view.electionId}/committee`;
  const writes = may(actor.grants, "committee.write", place);
  const saved = done.find((one) => one === search["done"]);
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      {saved === undefined ? null : <Notice title={t(`saved.${saved}`)} state="done" announce />}
      {view.changeDue ? (
        <Notice title={t("changeDue")} state="due">
          <p>{t("changeDueExplain")}</p>
          <ButtonRow>
            <ButtonLink href={`${base}/notices/committeeChange`}>{t("task.committeeChange")}</ButtonLink>
          </ButtonRow>
        </Notice>
      ) : null}
      <TaskList caption={t("tasks")} titleHead={t("taskHead")} tasks={await committeeTasks(view, today(now))} />
      <p className="muted">{t("customaryDays")}</p>
      <Heading level={2}>{t("membersTitle")}</Heading>
      <DataTable
        caption={t("membersTitle")}
        captionHidden
        rows={view.members}
        rowKey={(member) => member.id}
        empty={t("noMembers")}
        columns={[
          { key: "name", head: t("name"), rowHeader: true, cell: (member) => <PersonName name={member.name} /> },
          { key: "position", head: t("positionHead"), cell: (member) => (member.state === "left" ? t("left", { reason: t(`reason.${member.leftReason ?? "other"}`) }) : t(`record.position.${member.position}`)) },
          { key: "sex", head: t("sex"), cell: (member) => t(`record.${member.sex}`) },
          { key: "group", head: t("group"), numeric: true, cell: (member) => member.group ?? "" },
          { key: "votes", head: t("votes"), numeric: true, cell: (member) => <Num value={member.votes} /> },
          ...(writes ? [{ key: "leave", head: t("leaveHead"), cell: (member: (typeof view.members)[number]) => (member.state === "left" ? <Day day={member.leftOn ?? view.electionDay} style="short" /> : <Link href={`${base}/leave/${member.id}`} prefetch={false}>{t("leaveLink")}<span className="sr-only">{member.name}</span></Link>) }] : []),
        ]}
      />
      {view.seats.length === 0 ? null : (
        <>
          <Heading level={2}>{t("seatsTitle")}</Heading>
          <SummaryList
            items={[
              ...view.seats.map((seat) => ({ key: seat.contest, label: t(`contest.${seat.contest}`), value: t("seatValue", { seats: seat.seats, margin: seat.margin, candidates: seat.seats + seat.margin }) })),
              { key: "method", label: t("methodHead"), value: t(`method.${view.method ?? "candidates"}`) },
              { key: "boxes", label: t("boxesHead"), value: t(view.roamingBoxes ? "boxes.some" : "boxes.none") },
              ...(view.polling === null ? [] : [{ key: "polling", label: t("pollingHead"), value: t("pollingValue", { venue: view.polling.mainVenue, from: view.polling.from, to: view.polling.to, counting: view.polling.countingPlace }) }]),
            ]}
          />
        </>
      )}
      <Heading level={2}>{t("methodLinks")}</Heading>
      <ul>
        {may(actor.grants, "meeting.read", place) ? (
          <li>
            <Link href={`/desk/${view.electionId}/meetings`} prefetch={false}>{meeting("link")}</Link>
          </li>
        ) : null}
        <li>
          <Link href={`${base}/method`} prefetch={false}>{law("linkMethod")}</Link>
        </li>
        <li>
          <Link href={`/desk/${view.electionId}/law`} prefetch={false}>{law("link")}</Link>
        </li>
      </ul>
    </>
  );
});
