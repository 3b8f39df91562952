import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NominationSaved } from "#components/nomination/NominationSaved.tsx";
import { nominationTasks } from "#components/nomination/tasks.tsx";
import { NomineeTable } from "#components/nomination/NomineeTable.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { TaskList } from "#components/ui/TaskList.tsx";
import { may } from "#lib/access/permissions.ts";
import { today } from "#lib/calendar/day.ts";
import { nominationView } from "#lib/nomination/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** The nomination room: nominees by office with votes, vetting, and the way to the formal list. */
export default guardedPage("election.read", electionPlace, async ({ db, params, search, actor, place, now }) => {
  const view = await nominationView(db, params["electionId"] ?? "");
  if (view === null) notFound();
  const t = await getTranslations("nomination");
  const base = `/desk/${view.electionId}/nomination`;
  const writes = may(actor.grants, "nomination.write", place);
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      <NominationSaved electionId={view.electionId} search={search} changeDue={view.committeeChangeDue} />
      <TaskList caption={t("tasks")} titleHead={t("taskHead")} tasks={await nominationTasks(view, today(now))} />
      {view.seats.map((seat) => (
        <section key={seat.contest}>
          <Heading level={2}>{t(`contest.${seat.contest}`)}</Heading>
          <NomineeTable
            caption={view.method === "candidates" ? t("seatLine", { seats: seat.seats, candidates: seat.seats + seat.margin }) : t("seatOnly", { seats: seat.seats })}
            nominees={view.nominees.filter((nominee) => nominee.contest === seat.contest)}
            hrefOf={writes ? (nominee) => `${base}/nominee/${nominee.id}` : null}
          />
        </section>
      ))}
    </>
  );
});
