import { addDays, type Day } from "../calendar/day.ts";
import { proxyApplicationDeadline } from "../calendar/deadlines.ts";
import type { Law } from "../law/law.ts";
import { kindIn, noticeDue, noticeSetOf } from "../notice/set.ts";

/** The steps of a vote in this room, in the order of the work. */
export const ballotSteps = ["stations", "staff", "print", "supplies", "proxies", "pollingPlaces", "staffNotice", "proxiesNotice", "invalidBallots", "open", "accounts", "close"] as const;
export type BallotStep = (typeof ballotSteps)[number];

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
  readonly proxies: number;
  /** The list of proxies was posted after the last change. */
  readonly proxiesPosted: boolean;
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

const proxiesNotice = notice("proxies", () => null);

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
    const { proxies } = facts;
    if (!preparing(facts) || facts.today > proxyApplicationDeadline(facts.heldOn, facts.law)) return say("done", "proxiesClosed", { proxies });
    return say("now", "proxies", { proxies });
  },
  pollingPlaces: notice("pollingPlaces", ({ stations, hours }) => (stations === 0 ? "stationsFirst" : hours ? null : "hoursFirst")),
  staffNotice: notice("staff", ({ staff }) => (staff === 0 ? "staffFirst" : null)),
  proxiesNotice: (facts) => (facts.issued.has("proxies") && !facts.proxiesPosted && voting(facts) ? say("now", "issueAgain") : proxiesNotice(facts)),
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

const noticeOf = { pollingPlaces: "pollingPlaces", staffNotice: "staff", proxiesNotice: "proxies", invalidBallots: "invalidBallots" } as const;

/** The day of a step: that of the vote, the last for proxies, or when its notice is usually posted. */
function dayOf(step: BallotStep, { heldOn, law }: PreparationFacts): Day | null {
  switch (step) {
    case "pollingPlaces":
    case "staffNotice":
    case "proxiesNotice":
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
