import { getTranslations } from "next-intl/server";
import { Day, DeadlineWords } from "#components/ui/DeadlineWords.tsx";
import type { Task } from "#components/ui/TaskList.tsx";
import { kindIn, noticeDue, noticeSetOf } from "#lib/notice/set.ts";
import type { CommitteeView } from "#lib/committee/queries.ts";

/** Which notices this room issues, in their usual order, and whether the case is ready for each. */
export const committeeNotices = ["electionDay", "electionCommittee", "registration", "nominationMethod"] as const;

/** The room's pieces of work with their state in a word. */
export async function committeeTasks(view: CommitteeView, today: string): Promise<readonly Task[]> {
  const t = await getTranslations("committee");
  const base = `/desk/${view.electionId}/committee`;
  const serving = view.members.filter((member) => member.state === "serving").length;
  const work: readonly Task[] = [
    { id: "members", title: t("task.members"), href: `${base}/members`, state: serving > 0 ? "done" : "now", todo: serving > 0 ? t("todo.membersDone", { serving, reserves: view.members.filter((member) => member.state === "reserve").length }) : t("todo.members") },
    { id: "seats", title: t("task.seats"), href: `${base}/seats`, state: view.seats.length > 0 ? "done" : "now", todo: view.seats.length > 0 ? t("todo.seatsDone", { seats: view.seats.reduce((sum, seat) => sum + seat.seats, 0) }) : t("todo.seats") },
    { id: "polling", title: t("task.polling"), href: `${base}/polling`, state: view.polling === null ? "now" : "done", todo: view.polling === null ? t("todo.polling") : view.polling.mainVenue },
  ];
  const ready = { electionDay: true, electionCommittee: serving > 0, registration: serving > 0, nominationMethod: view.seats.length > 0 };
  const notices = committeeNotices.map((code): Task => {
    const issued = view.issued.get(code);
    if (issued !== undefined) return { id: code, title: t(`task.${code}`), href: `/desk/${view.electionId}/notices/${issued.id}`, state: "done", todo: t("todo.issued", { number: issued.number }) };
    const kind = kindIn(noticeSetOf(view.law), code);
    const due = noticeDue(kind, view.electionDay, view.law)?.until ?? view.electionDay;
    const deadline = (
      <>
        <Day day={due} style="short" /> <DeadlineWords day={due} today={today} />
      </>
    );
    const shared = { id: code, title: t(`task.${code}`), deadline };
    if (kind.issuer === "townshipOffice") return { ...shared, state: "blocked", todo: t("todo.byTownship") };
    return ready[code] ? { ...shared, href: `${base}/notices/${code}`, state: "now", todo: t("todo.issue") } : { ...shared, state: "blocked", todo: t(`todo.blocked.${code}`) };
  });
  return [...work, ...notices];
}
