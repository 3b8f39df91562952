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
  const task = (id: string, done: boolean, todo: string, href = `${base}/${id}`): Task => {
    const title = t(id === "nominees" ? "notice.nominees" : `task.${id}`);
    return ready ? { id, title, href, state: done ? "done" : "now", todo } : { id, title, state: "blocked", todo: blocked };
  };
  const asked = running.filter((nominee) => nominee.consent === null).length;
  const tooMany = view.seats.filter((seat) => running.filter((nominee) => nominee.contest === seat.contest).length > seat.seats + seat.margin).length;
  const { primary, introduction } = view;
  const notice = view.notices.get("nominees");
  const primaryTask = (): Task => {
    if (primary === null) return { ...task("primary", false, t("todo.primary", { offices: tooMany })), state: ready ? (tooMany > 0 ? "now" : "plain") : "blocked" };
    const done = primary.rounds.length > 0 && primary.resultPosted === "current";
    return task("primary", done, t(primary.rounds.length === 0 ? "todo.primarySet" : done ? "todo.primaryDone" : "todo.primaryOpen"));
  };
  const introductionTask = (): readonly Task[] => {
    if (introduction === null) return [];
    const title = t("task.introduction");
    if (view.listedOn === null) return [{ id: "introduction", title, state: "blocked", todo: t("todo.introductionFirst") }];
    const held = introduction.meetings.length;
    return [{ ...task("introduction", held > 0, held > 0 ? t("todo.introductionDone", { meetings: held }) : t("todo.introduction")), ...(held > 0 ? {} : { deadline: <><Day day={view.electionDay} style="short" /> <DeadlineWords day={view.electionDay} today={today} /></> }) }];
  };
  const publish = task("publish", view.published !== null, view.published === null ? t("todo.publish") : t("todo.published", { number: view.published.number }));
  return [
    task("meeting", view.meeting !== null, view.meeting === null ? t("todo.meeting") : t("todo.meetingDone", { ballots: view.meeting.ballots })),
    task("add", view.nominees.length > 0, t("todo.add", { people: running.length })),
    running.length === 0 && notice === undefined
      ? { id: "nominees", title: t("notice.nominees"), state: "blocked", todo: t("todo.nomineesFirst") }
      : task("nominees", notice !== undefined, notice === undefined ? t("todo.nomineesNotice") : t("todo.published", { number: notice.number }), notice === undefined ? `${base}/notices/nominees` : `/desk/${view.electionId}/notices/${notice.id}`),
    task("consent", running.length > 0 && asked === 0, running.length > 0 && asked === 0 ? t("todo.consentDone") : t("todo.consent", { people: asked })),
    task("kinship", view.kinships.length > 0, t("todo.kinship", { pairs: view.kinships.length })),
    task("vetting", running.length > 0 && open === 0, running.length > 0 && open === 0 ? t("todo.vettingDone") : t("todo.vetting", { people: open })),
    ...(view.method === "candidates" || primary !== null ? [primaryTask()] : []),
    running.length === 0 && view.method !== "combinedMeeting" && ready
      ? { id: "publish", title: t("task.publish"), state: "blocked", todo: t("todo.nomineesFirst") }
      : { ...publish, deadline: view.published === null ? <><Day day={deadline} style="short" /> <DeadlineWords day={deadline} today={today} /></> : undefined },
    ...introductionTask(),
  ];
}
