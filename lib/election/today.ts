import type { Day } from "../calendar/day.ts";
import { planOf } from "../calendar/plan.ts";
import type { Finding } from "../law/finding.ts";
import type { CaseFacts } from "./progress-facts.ts";
import { auditFinding } from "./rules.ts";

/** Something to be looked after today, beside the next step: a code of `desk.items` messages and where it is done. */
export type TodayItem = {
  readonly code: "openFindings" | "doubles" | "unvetted" | "proxyList" | "bundlesOpen" | "objections" | "supplement" | "reports" | "uploads";
  readonly count: number;
  readonly page: string;
  /** Its last day, where it has one. */
  readonly until?: Day | null;
};

/** What stands open today in a case, from its facts alone. */
export function itemsOf(facts: CaseFacts, today: Day): readonly TodayItem[] {
  const items: TodayItem[] = [];
  if (facts.roll.open > 0) items.push({ code: "openFindings", count: facts.roll.open, page: "roll" });
  if (facts.roll.doubles > 0) items.push({ code: "doubles", count: facts.roll.doubles, page: "roll/duplicates" });
  if (facts.nominees.unvetted > 0) items.push({ code: "unvetted", count: facts.nominees.unvetted, page: "nomination" });
  const proxyDay = planOf(facts.electionDay, facts.law).find((step) => step.step === "proxyList");
  const proxies = facts.votes.reduce((sum, vote) => sum + vote.proxies, 0);
  const posted = facts.notices.some((notice) => notice.code === "proxies");
  if (proxies > 0 && !posted && proxyDay !== undefined && today <= facts.electionDay) items.push({ code: "proxyList", count: proxies, page: "ballot" });
  const open = facts.votes.filter((vote) => vote.state === "counting").reduce((sum, vote) => sum + vote.bundles - vote.settled, 0);
  if (open > 0) items.push({ code: "bundlesOpen", count: open, page: "count" });
  return items;
}

/** Checks of the whole case that somebody should see on its first page. */
export const warningsOf = (facts: CaseFacts, today: Day): readonly Finding[] =>
  facts.closed ? [] : [auditFinding({ publishedOn: facts.auditPublishedOn, electionDay: facts.electionDay }, today, facts.law)].filter((one) => !one.ok);
