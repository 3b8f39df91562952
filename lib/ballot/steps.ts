import type { Day } from "../calendar/day.ts";
import { proxyApplicationDeadline } from "../calendar/deadlines.ts";
import type { Law } from "../law/law.ts";
import { kindIn, noticeDue, noticeSetOf } from "../notice/set.ts";
import type { RoamingFacts } from "./assistance-rules.ts";
import type { PostedList } from "./posted-rules.ts";

/** The steps of a vote in this room, in the order of the work. */
export const ballotSteps = ["stations", "staff", "print", "supplies", "proxies", "roaming", "scribes", "pollingPlaces", "staffNotice", "roamingNotice", "proxiesNotice", "scribesNotice", "invalidBallots", "open", "accounts", "close"] as const;
export type BallotStep = (typeof ballotSteps)[number];

/** Steps that concern some voters only: they come in by themselves and hold nothing up. */
export const optionalSteps: readonly BallotStep[] = ["proxies", "roaming", "scribes"];

/** From what the steps of a vote follow; numbers of ballots, people or stations. */
export type PreparationFacts = {
  /** Of the vote. */
  readonly state: string;
  readonly today: Day;
  readonly heldOn: Day;
  readonly law: Law;
  readonly registered: number;
  readonly printed: number;
  readonly stations: number;
  /** Stations that got ballots. */
  readonly supplied: number;
  readonly received: number;
  readonly staff: number;
  /** Polling hours are set. */
  readonly hours: boolean;
  /** Proxies and notice 13, roaming boxes and notice 12, scribes and notice 14. */
  readonly proxyList: PostedList;
  readonly roaming: RoamingFacts;
  readonly scribeList: PostedList;
  readonly issued: ReadonlySet<string>;
  /** What stands against opening today. */
  readonly errors: number;
  readonly warnings: number;
  /** Stations that have an account, and those that have given it. */
  readonly accounts: number;
  readonly reported: number;
};

/** A step's state, why in words (a code of `ballot.todo` with its numbers), and its day. */
export type StepProgress = {
  readonly step: BallotStep;
  readonly state: "done" | "now" | "blocked" | "plain";
  readonly code: string;
  readonly params: Readonly<Record<string, number>>;
  readonly day: Day | null;
};

type Words = Pick<StepProgress, "state" | "code" | "params">;
const say = (state: Words["state"], code: string, params: Words["params"] = {}): Words => ({ state, code, params });

/** Where every step of a vote stands. */
export function stepsOf(facts: PreparationFacts): readonly StepProgress[] {
  return ballotSteps.map((step) => ({ step, ...progressOf[step](facts), day: dayOf(step, facts) }));
}

const preparing = (facts: PreparationFacts): boolean => facts.state === "preparing";
const voting = (facts: PreparationFacts): boolean => preparing(facts) || facts.state === "open";
/** Left undone until it was too late. */
const missed = say("plain", "missed");

const notice = (code: string, ready: (facts: PreparationFacts) => string | null) => (facts: PreparationFacts): Words => {
  if (facts.issued.has(code)) return say("done", "issued");
  const blocked = ready(facts);
  if (blocked !== null) return say("blocked", blocked);
  return voting(facts) ? say("now", "issue") : missed;
};

/** A notice of names: due again when the list changed since, not needed where nobody stands on it. */
const listNotice = (code: string, list: (facts: PreparationFacts) => PostedList, always: boolean) => (facts: PreparationFacts): Words => {
  const { count, posted, added, removed } = list(facts);
  if (posted !== null && added + removed > 0 && voting(facts)) return say("now", "issueAgain", { added, removed });
  if (posted === null && count === 0 && !always) return say("plain", "nobody");
  return notice(code, () => null)(facts);
};

/** A list of names that closes when the polls open. */
const list = (code: string, closed: string, count: (facts: PreparationFacts) => number) => (facts: PreparationFacts): Words =>
  preparing(facts) ? say("now", code, { count: count(facts) }) : say("done", closed, { count: count(facts) });

const progressOf: Readonly<Record<BallotStep, (facts: PreparationFacts) => Words>> = {
  stations: ({ stations }) => (stations === 0 ? say("now", "stations") : say("done", "stationsDone", { stations })),
  staff: (facts) => {
    if (facts.staff > 0) return say("done", "staffDone", { staff: facts.staff });
    return preparing(facts) ? say("now", "staff") : missed;
  },
  print: (facts) => {
    const { printed, registered } = facts;
    if (printed === 0) return voting(facts) ? say("now", "print", { registered }) : missed;
    return printed < registered && voting(facts) ? say("now", "printMore", { printed, registered }) : say("done", "printDone", { printed, registered });
  },
  supplies: (facts) => {
    const { printed, stations, supplied, received } = facts;
    if (received === 0 && !voting(facts)) return missed;
    if (received === 0 && (printed === 0 || stations === 0)) return say("blocked", "suppliesBlocked");
    return say(supplied === stations ? "done" : "now", received === 0 ? "supplies" : "suppliesDone", { received, rest: printed - received, supplied, stations });
  },
  proxies: (facts) => {
    const proxies = facts.proxyList.count;
    if (!preparing(facts) || facts.today > proxyApplicationDeadline(facts.heldOn, facts.law)) return say("done", "proxiesClosed", { proxies });
    return say("now", "proxies", { proxies });
  },
  roaming: (facts) => (facts.roaming.plan === null ? (preparing(facts) ? say("now", "roamingNone") : say("done", "roamingUnused")) : list("roaming", "roamingClosed", () => facts.roaming.list.count)(facts)),
  scribes: list("scribes", "scribesClosed", (facts) => facts.scribeList.count),
  pollingPlaces: notice("pollingPlaces", ({ stations, hours }) => (stations === 0 ? "stationsFirst" : hours ? null : "hoursFirst")),
  staffNotice: notice("staff", ({ staff }) => (staff === 0 ? "staffFirst" : null)),
  roamingNotice: listNotice("roamingVoters", (facts) => facts.roaming.list, false),
  proxiesNotice: listNotice("proxies", (facts) => facts.proxyList, true),
  scribesNotice: listNotice("scribes", (facts) => facts.scribeList, false),
  invalidBallots: notice("invalidBallots", () => null),
  open: (facts) => {
    if (!preparing(facts)) return say("done", "openDone", { registered: facts.registered });
    // Off its day a vote always has that one error: when it is the only one, there is nothing left but to wait.
    if (facts.errors === 1 && facts.today < facts.heldOn) return say("blocked", "openWait");
    if (facts.errors > 0) return say("blocked", "openBlocked", { count: facts.errors });
    return facts.warnings > 0 ? say("now", "openWarned", { count: facts.warnings }) : say("now", "open");
  },
  accounts: (facts) => {
    const { accounts, reported } = facts;
    if (preparing(facts)) return say("blocked", "openFirst");
    return say(reported === accounts ? "done" : "now", "accounts", { reported, accounts });
  },
  close: (facts) => {
    const { accounts, reported } = facts;
    if (preparing(facts)) return say("blocked", "openFirst");
    if (facts.state !== "open") return say("done", "closeDone");
    return reported < accounts ? say("blocked", "accountsFirst", { missing: accounts - reported }) : say("now", "close");
  },
};

const noticeOf = { pollingPlaces: "pollingPlaces", staffNotice: "staff", roamingNotice: "roamingVoters", proxiesNotice: "proxies", scribesNotice: "scribes", invalidBallots: "invalidBallots" } as const;

/** The day of a step: that of the vote, the last for proxies, or when its notice is usually posted. */
function dayOf(step: BallotStep, { heldOn, law }: PreparationFacts): Day | null {
  switch (step) {
    case "pollingPlaces":
    case "staffNotice":
    case "roamingNotice":
    case "proxiesNotice":
    case "scribesNotice":
    case "invalidBallots":
      return noticeDue(kindIn(noticeSetOf(law), noticeOf[step]), heldOn, law)?.until ?? null;
    case "proxies":
      return proxyApplicationDeadline(heldOn, law);
    case "open":
      return heldOn;
    default:
      return null;
  }
}
