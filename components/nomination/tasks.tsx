import { getTranslations } from "next-intl/server";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import type { Task } from "#components/ui/TaskList.tsx";
import { addDays } from "#lib/calendar/day.ts";
import { candidateListDeadline } from "#lib/calendar/deadlines.ts";
import { CUSTOMARY_DAYS } from "#lib/law/practice.ts";
import { inRunning } from "#lib/nomination/rules.ts";
import type { NominationView } from "#lib/nomination/queries.ts";

/** The room's pieces of work with their state in a word. */
export async function nominationTasks(view: NominationView, today: string): Promise<readonly Task[]> {
  const t = await getTranslations("nomination");
  const base = `/desk/${view.electionId}/nomination`;
  const ready = view.registered !== null && view.seats.length > 0;
  const blocked = view.registered === null ? t("todo.listFirst") : t("todo.seatsFirst");
  const running = view.nominees.filter(inRunning);
  const open = running.filter((nominee) => nominee.vetting === null).length;
  const deadline = candidateListDeadline(view.electionDay, view.law) ?? addDays(view.electionDay, -CUSTOMARY_DAYS.candidateList.latest);
  const task = (id: string, done: boolean, todo: string, href = `${base}/${id}`): Task =>
    ready ? { id, title: t(`task.${id}`), href, state: done ? "done" : "now", todo } : { id, title: t(`task.${id}`), state: "blocked", todo: blocked };
  const publish = task("publish", view.published !== null, view.published === null ? t("todo.publish") : t("todo.published", { number: view.published.number }));
  return [
    task("meeting", view.meeting !== null, view.meeting === null ? t("todo.meeting") : t("todo.meetingDone", { ballots: view.meeting.ballots })),
    task("add", view.nominees.length > 0, t("todo.add", { people: running.length })),
    task("kinship", view.kinships.length > 0, t("todo.kinship", { pairs: view.kinships.length })),
    task("vetting", running.length > 0 && open === 0, running.length > 0 && open === 0 ? t("todo.vettingDone") : t("todo.vetting", { people: open })),
    running.length === 0 && view.method !== "combinedMeeting" && ready
      ? { id: "publish", title: t("task.publish"), state: "blocked", todo: t("todo.nomineesFirst") }
      : { ...publish, deadline: view.published === null ? <><Day day={deadline} style="short" /> <DeadlineWords day={deadline} today={today} /></> : undefined },
  ];
}
