import { addDays } from "../calendar/day.ts";
import type { KinPair } from "../committee/rules.ts";
import { finding } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import { isOrIsKinOf } from "./kin.ts";
import type { RoamingReason } from "./model.ts";
import { postedFindings, type PostedList } from "./posted-rules.ts";

/** How roaming boxes of a vote are arranged. */
export type RoamingPlanFacts = { readonly boxes: number; readonly route: string; readonly approvedOn: string | null; readonly approvedBy: string | null };

/** What decides whether roaming boxes (流动票箱) may go out. */
export type RoamingFacts = {
  /** Null where the vote has none. */
  readonly plan: RoamingPlanFacts | null;
  /** Scrutineers named for roaming boxes. */
  readonly staff: number;
  readonly list: PostedList;
};

/** Whether the rules in force provide for roaming boxes at all, and whether who has to agree has agreed. */
export function roamingPlanFindings(plan: RoamingPlanFacts, today: string, law: Law): readonly Finding[] {
  const rule = law.values.roamingBoxes;
  const { boxes, approvedOn } = plan;
  const approved = approvedOn !== null && approvedOn <= today;
  const by = rule === "representativesDecide" ? "representatives" : "township";
  return [
    finding("roamingNotProvided", { law, ok: rule !== "notMentioned", actual: { boxes }, fields: ["boxes"] }),
    ...(rule === "withApproval" || rule === "representativesDecide" ? [finding("roamingNotApproved", { law, ok: approved, actual: { boxes, by }, fields: ["approvedOn"] })] : []),
  ];
}

/** Everything that speaks against sending roaming boxes out: approval, scrutineers of each box, and the posted names. */
export function roamingFindings({ plan, staff, list }: RoamingFacts, today: string, law: Law): readonly Finding[] {
  if (plan === null) return [];
  const least = law.values.roamingStaffMin;
  // Without a number in the rules, each box still needs somebody who goes with it.
  const each = least ?? 1;
  const needed = plan.boxes * each;
  return [
    ...roamingPlanFindings(plan, today, law),
    finding("roamingStaffTooFew", { law, ok: staff >= needed, actual: { boxes: plan.boxes, each, needed, staff }, required: `${staff} >= ${plan.boxes} x ${each}`, severity: least === null ? "warning" : "error" }),
    ...postedFindings(list, { missing: "roamingListNotPublished", stale: "roamingListStale" }, law),
  ];
}

/** Whether the list of roaming box voters comes out in time where the province sets a day. */
export function roamingDayFinding(today: string, heldOn: string, law: Law): Finding | null {
  const days = law.values.roamingListDays;
  if (days === null) return null;
  const until = addDays(heldOn, -days);
  return finding("roamingListTooLate", { law, ok: today <= until, actual: { today, until, days }, required: `${today} <= ${until}` });
}

/** Who has given a proxy, whom a roaming box visits, for whom somebody writes, and who writes: roll entries of one vote. */
export type Ways = {
  readonly principals: ReadonlySet<string>;
  readonly roaming: ReadonlySet<string>;
  readonly scribed: ReadonlySet<string>;
  readonly scribes: ReadonlySet<string>;
};

const oneWay = (law: Law, ok: boolean, name: string, way: "roaming" | "scribe", field: string): Finding => finding("voterTwoWays", { law, ok, actual: { name, way }, fields: [field] });

/** Whether somebody may give a proxy: he is away, so no box visits him, nobody writes for him, and he writes for nobody. */
export const principalFindings = (principal: { readonly id: string; readonly name: string }, ways: Ways, law: Law): readonly Finding[] => [
  oneWay(law, !ways.roaming.has(principal.id), principal.name, "roaming", "principal"),
  oneWay(law, !ways.scribed.has(principal.id), principal.name, "scribe", "principal"),
  finding("scribeAway", { law, ok: !ways.scribes.has(principal.id), actual: { name: principal.name }, fields: ["principal"] }),
];

const circumstance = { sick: "oldOrIll", disabled: "oldOrIll", old: "oldOrIll", remote: "scattered" } as const satisfies Readonly<Record<RoamingReason, string>>;

/** Whether a roaming box may come to a voter: not one who has given a proxy; for a reason that the rules know. */
export const roamingVoterFindings = (voter: { readonly id: string; readonly name: string }, reason: RoamingReason, ways: Ways, law: Law): readonly Finding[] => [
  oneWay(law, !ways.principals.has(voter.id), voter.name, "roaming", "voter"),
  finding("roamingReasonNotProvided", { law, ok: law.values.roamingFor.length === 0 || law.values.roamingFor.includes(circumstance[reason]), actual: { name: voter.name, reason }, fields: ["reason"] }),
];

/** What is asked of one more scribe (代写人). */
export type ScribeRequest = {
  readonly voterId: string;
  readonly voterName: string;
  /** Null where the scribe stands on no list: staff from elsewhere. */
  readonly scribeId: string | null;
  readonly scribeName: string;
  /** Named as scribe (代写员) among the polling staff. */
  readonly appointed: boolean;
  /** For how many others he writes already. */
  readonly held: number;
};

/** Whether somebody may write for a voter: no candidate or near relative of one, himself able and there, not for too many. */
export function scribeFindings(request: ScribeRequest, ways: Ways, candidates: ReadonlySet<string>, kin: readonly KinPair[], law: Law): readonly Finding[] {
  const { voterId, voterName, scribeId, scribeName: name, appointed } = request;
  const held = request.held + 1;
  const cap = law.values.scribeCap;
  const fields = ["scribe"];
  return [
    oneWay(law, !ways.principals.has(voterId), voterName, "scribe", "voter"),
    finding("scribeConflict", { law, ok: scribeId === null || !isOrIsKinOf(scribeId, candidates, kin), actual: { name }, fields }),
    finding("scribeNotAppointed", { law, ok: law.values.scribeBy !== "appointed" || appointed, actual: { name }, fields }),
    finding("scribeChain", { law, ok: scribeId === null || !ways.scribed.has(scribeId), actual: { name }, fields }),
    finding("scribeAway", { law, ok: scribeId === null || !ways.principals.has(scribeId), actual: { name }, fields }),
    ...(cap === null ? [] : [finding("scribeCap", { law, ok: held <= cap, actual: { name, held, cap }, required: `${held} <= ${cap}`, fields })]),
  ];
}

/** Whether the scribes are posted (notice 14) as they stand. */
export const scribeListFindings = (list: PostedList, law: Law): readonly Finding[] => postedFindings(list, { missing: "scribeListNotPublished", stale: "scribeListStale" }, law);
