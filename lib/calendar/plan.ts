import { organicArticle } from "#lib/law/article.ts";
import type { Citation } from "#lib/law/finding.ts";
import type { Law } from "#lib/law/law.ts";
import { CUSTOMARY_DAYS, CUSTOMARY_PLAN } from "#lib/law/practice.ts";
import { addDays, type Day } from "./day.ts";
import { certificateDeadline, decisionDeadline, handoverDeadline, listDeadline, objectionDeadline } from "./deadlines.ts";
import { isWorkday, nationalCalendar, nextWorkday, previousWorkday, type HolidayCalendar } from "./holidays.ts";
import { PLAN_STEPS, STEP_SPECS, type PlanStep, type StepSpec } from "./steps.ts";

/**
 * One step's days. `latest` is the last day that counts as in time; `recommended` a worked day in the window, never
 * another limit. `statutory`: the latest day is set by a text of law that was read; else it is the custom shown in the
 * citation. `duty`: the article that asks for the step itself, whatever sets its day.
 */
export type PlannedStep = StepSpec & {
  readonly step: PlanStep;
  readonly earliest: Day;
  readonly latest: Day;
  readonly recommended: Day;
  readonly statutory: boolean;
  readonly citation: Citation;
  readonly duty: Citation | null;
};

/** What has really happened, from which later steps are counted; absent: still as planned. */
export type Happened = {
  readonly listPublishedOn?: Day | null;
  readonly lastObjectionOn?: Day | null;
  /** Day of the vote whose determination filled the committee, or asked for a further vote. */
  readonly resultOn?: Day | null;
  readonly method?: string | null;
};

export type PlanOptions = { readonly calendar?: HolidayCalendar; readonly happened?: Happened };

type Window = Omit<PlannedStep, "step" | "recommended" | keyof StepSpec> & { readonly aim?: Day };
type Custom = { readonly earliest: number; readonly latest: number };
type Context = { readonly day: Day; readonly law: Law; readonly calendar: HolidayCalendar; readonly happened: Happened };

/** The texts whose limits bind: those that were read. The guide and practice suggest. */
const binds = (citation: Citation): boolean => citation.confidence === "seen" || citation.confidence === "seenExcerpt";

const before = (day: Day, days: number): Day => addDays(day, -days);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

function customary({ day }: Context, custom: Custom, duty: Citation | null, citation: Citation = CUSTOMARY_PLAN): Window {
  return { earliest: before(day, custom.earliest), latest: before(day, custom.latest), statutory: false, citation, duty };
}

/** A step whose latest day the law or the province may set, so many days before election day; else the custom's. */
function ruled(context: Context, days: number | null, citation: Citation, custom: Custom, duty: Citation | null = citation): Window {
  if (days === null) return customary(context, custom, duty);
  const latest = before(context.day, days);
  return { earliest: earlier(before(context.day, custom.earliest), latest), latest, aim: earlier(before(context.day, custom.latest), latest), statutory: binds(citation), citation, duty };
}

/** A step with a last day counted forward from `from`. */
const following = (from: Day, latest: Day, citation: Citation, aim?: Day): Window => ({ earliest: from, latest, statutory: binds(citation), citation, duty: citation, ...(aim === undefined ? {} : { aim }) });

const openedWithoutCandidates = ({ happened }: Context): boolean => happened.method === "selfNomination";

/** The days of each step; words and reasons of each in docs/decisions/0007-days-and-holidays.md. */
const WINDOWS: Readonly<Record<PlanStep, (context: Context) => Window>> = {
  audit: (c) => ({ ...following(before(c.day, CUSTOMARY_DAYS.audit.earliest), c.day, c.law.citations.auditBeforeElection), aim: before(c.day, CUSTOMARY_DAYS.audit.latest) }),
  seats: (c) => customary(c, CUSTOMARY_DAYS.seats, c.law.citations.membersMin),
  committee: (c) => customary(c, CUSTOMARY_DAYS.committee, organicArticle(c.law, "12", "15")),
  dayNotice: (c) => customary(c, CUSTOMARY_DAYS.dayNotice, null),
  registration: (c) => customary(c, CUSTOMARY_DAYS.registration, organicArticle(c.law, "13", "16")),
  rollPublication: (c) => {
    const aim = before(c.day, CUSTOMARY_DAYS.rollPublished.earliest);
    const latest = listDeadline(c.day, c.law);
    return { ...following(earlier(aim, latest), latest, c.law.citations.listDays), aim };
  },
  objections: (c) => {
    const list = c.happened.listPublishedOn ?? listDeadline(c.day, c.law);
    return following(list, objectionDeadline(list, c.law, c.calendar), c.law.citations.objectionDays);
  },
  decisions: (c) => {
    const list = c.happened.listPublishedOn ?? listDeadline(c.day, c.law);
    const received = c.happened.lastObjectionOn ?? objectionDeadline(list, c.law, c.calendar);
    return following(list, decisionDeadline(received, c.law), c.law.citations.decisionDays);
  },
  representatives: (c) => customary(c, CUSTOMARY_DAYS.representatives, organicArticle(c.law, "25", "29")),
  nominationNotice: (c) => customary(c, CUSTOMARY_DAYS.nominationNotice, null),
  nomination: (c) =>
    openedWithoutCandidates(c)
      ? ruled(c, c.law.values.noCandidateIntentDays, c.law.citations.noCandidateIntentDays, CUSTOMARY_DAYS.nomination)
      : customary(c, CUSTOMARY_DAYS.nomination, c.law.citations.nominators),
  nominees: (c) => customary(c, CUSTOMARY_DAYS.nominees, null),
  primary: (c) => customary(c, CUSTOMARY_DAYS.primary, null),
  vetting: (c) => customary(c, CUSTOMARY_DAYS.vetting, c.law.citations.candidateBars),
  candidateList: (c) =>
    openedWithoutCandidates(c)
      ? ruled(c, c.law.values.noCandidateListDays, c.law.citations.noCandidateListDays, CUSTOMARY_DAYS.candidateList)
      : ruled(c, c.law.values.candidateListDays, c.law.citations.candidateListDays, CUSTOMARY_DAYS.candidateList),
  candidatesMeeting: (c) => customary(c, CUSTOMARY_DAYS.candidatesMeeting, organicArticle(c.law, "15", "18")),
  ballots: (c) => customary(c, CUSTOMARY_DAYS.ballots, null),
  pollingPlaces: (c) => ruled(c, c.law.values.placesNoticeDays, c.law.citations.placesNoticeDays, CUSTOMARY_DAYS.pollingPlaces),
  staff: (c) => ruled(c, c.law.values.staffListDays, c.law.citations.staffListDays, CUSTOMARY_DAYS.staff),
  proxyApplications: (c) => ruled(c, c.law.values.proxyApplyDays, c.law.citations.proxyApplyDays, CUSTOMARY_DAYS.proxies, organicArticle(c.law, "15", "18")),
  proxyList: (c) => ruled(c, c.law.values.proxyListDays, c.law.citations.proxyListDays, CUSTOMARY_DAYS.proxies, organicArticle(c.law, "15", "18")),
  roamingVoters: (c) => ruled(c, c.law.values.roamingListDays, c.law.citations.roamingListDays, CUSTOMARY_DAYS.roamingVoters),
  scribes: (c) => customary(c, CUSTOMARY_DAYS.scribes, null),
  invalidBallots: (c) => customary(c, CUSTOMARY_DAYS.invalidBallots, null),
  electionDay: (c) => following(c.day, c.day, c.law.citations.validTurnout),
  count: (c) => following(c.day, c.day, organicArticle(c.law, "15", "18")),
  result: (c) => following(c.day, c.day, organicArticle(c.law, "15", "18")),
  furtherVote: (c) => {
    const held = resultOf(c);
    const days = c.law.values.runoffDays;
    if (days === null) return customary({ ...c, day: held }, CUSTOMARY_DAYS.furtherVote, organicArticle(c.law, "15", "18"), c.law.citations.runoffDays);
    return { ...following(held, addDays(held, days), c.law.citations.runoffDays), duty: organicArticle(c.law, "15", "18") };
  },
  filing: (c) => customary({ ...c, day: resultOf(c) }, CUSTOMARY_DAYS.filing, null),
  certificates: (c) => following(resultOf(c), certificateDeadline(resultOf(c), c.law), c.law.citations.certificateDays),
  handover: (c) => following(resultOf(c), handoverDeadline(resultOf(c), c.law), c.law.citations.handoverDays, before(resultOf(c), CUSTOMARY_DAYS.handover.earliest)),
};

/** The day that certificates, filing and handover are counted from: that of the result, before one election day. */
const resultOf = ({ happened, day }: Context): Day => happened.resultOn ?? day;

/** Steps that are fixed to their day, whatever day of the week it is. */
const FIXED: ReadonlySet<PlanStep> = new Set(["electionDay", "count", "result", "objections", "decisions", "audit"]);

/** The worked day nearest to the day aimed at, earlier rather than later, inside the window; the aim itself when there is none. */
function recommend(aim: Day, earliest: Day, latest: Day, calendar: HolidayCalendar): Day {
  if (isWorkday(aim, calendar)) return aim;
  const previous = previousWorkday(aim, calendar);
  if (previous >= earliest) return previous;
  const next = nextWorkday(aim, calendar);
  return next <= latest ? next : aim;
}

/**
 * All steps of one election in order, counted back from its day and forward from what has happened. Objections and
 * decisions are planned for a list published on the last lawful day until the real day is known.
 */
export function planOf(electionDay: Day, law: Law, options: PlanOptions = {}): readonly PlannedStep[] {
  const context: Context = { day: electionDay, law, calendar: options.calendar ?? nationalCalendar, happened: options.happened ?? {} };
  return PLAN_STEPS.map((step) => {
    const { aim, ...window } = WINDOWS[step](context);
    const wanted = aim ?? window.latest;
    const recommended = FIXED.has(step) ? wanted : recommend(wanted, window.earliest, window.latest, context.calendar);
    return { step, ...STEP_SPECS[step], ...window, recommended };
  });
}
