import type { Law } from "#lib/law/law.ts";
import { CUSTOMARY_DAYS } from "#lib/law/practice.ts";
import { addDays, type Day } from "./day.ts";
import { endOfPeriod, nationalCalendar, type HolidayCalendar } from "./holidays.ts";

// Which of these move with holidays and which never do, and by which article: docs/decisions/0007-days-and-holidays.md.

/**
 * Latest day on which the list of registered villagers may be published (选举日的二十日前, 2025 law Article 17): the
 * election day itself is not counted (民法典 201), so a list out on D-20 is in time. Counted backwards: no holiday moves it.
 */
export function listDeadline(electionDay: Day, law: Law): Day {
  return addDays(electionDay, -law.values.listDays);
}

/**
 * Last day for an objection to a list published on the given day (申诉, five days, the first not counted). A villager's
 * period: an end on a day of rest moves to the next worked day (民法典 203).
 */
export function objectionDeadline(publishedOn: Day, law: Law, calendar: HolidayCalendar = nationalCalendar): Day {
  return endOfPeriod(publishedOn, law.values.objectionDays, calendar);
}

/**
 * Last day for deciding and publishing an objection received on the given day (处理决定, three days). The election
 * committee's own limit: it does not move, since every day more would be taken from the villager.
 */
export function decisionDeadline(receivedOn: Day, law: Law): Day {
  return addDays(receivedOn, law.values.decisionDays);
}

/** Latest day for the list of formal candidates (正式候选人名单), or null when neither law nor province sets one. */
export function candidateListDeadline(electionDay: Day, law: Law): Day | null {
  const days = law.values.candidateListDays;
  return days === null ? null : addDays(electionDay, -days);
}

/** Latest day for posting the names of principals and holders of proxies: the day before the vote unless set earlier. */
export function proxyListDeadline(electionDay: Day, law: Law): Day {
  return addDays(electionDay, -(law.values.proxyListDays ?? CUSTOMARY_DAYS.proxies.latest));
}

/** Last day for asking for a proxy. */
export function proxyApplicationDeadline(electionDay: Day, law: Law): Day {
  return addDays(electionDay, -(law.values.proxyApplyDays ?? CUSTOMARY_DAYS.proxies.latest));
}

/** Last day of handing over (工作移交, ten days from the new committee, 2025 law Article 24): a duty, it does not move. */
export function handoverDeadline(resultOn: Day, law: Law): Day {
  return addDays(resultOn, law.values.handoverDays);
}

/** Last day of a new vote (重新投票) after one that was void, where the province sets one; null where it sets none. */
export function rerunDeadline(voidOn: Day, law: Law): Day | null {
  const days = law.values.voidRerunDays;
  return days === null ? null : addDays(voidOn, days);
}

/** Last day for the certificates of election (当选证书): a duty, it does not move. */
export function certificateDeadline(resultOn: Day, law: Law): Day {
  return addDays(resultOn, law.values.certificateDays);
}
