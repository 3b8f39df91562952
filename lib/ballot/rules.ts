import { proxyApplicationDeadline } from "../calendar/deadlines.ts";
import type { KinPair } from "../committee/rules.ts";
import { finding } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import { moreThanHalf } from "../law/thresholds.ts";
import { roamingFindings, scribeListFindings, type RoamingFacts } from "./assistance-rules.ts";
import { isOrIsKinOf } from "./kin.ts";
import type { ProxyRelation } from "./model.ts";
import { postedFindings, type PostedList } from "./posted-rules.ts";

/** A station as planned; the first is the main venue. */
export type StationPlan = { readonly name: string; readonly groups: readonly number[]; readonly row: number };

/** A field of a form that cannot stand. */
export type RowIssue = { readonly field: string; readonly code: string; readonly params: Readonly<Record<string, string | number>> };

/** No two stations of one name, no group at two stations. */
export function stationIssues(stations: readonly StationPlan[]): readonly RowIssue[] {
  const names = new Set<string>();
  const groups = new Map<number, string>();
  const issues: RowIssue[] = [];
  if (stations.length === 0) issues.push({ field: "stations.0.name", code: "required", params: {} });
  for (const { name, groups: own, row } of stations) {
    if (names.has(name)) issues.push({ field: `stations.${row}.name`, code: "standsTwice", params: { value: name } });
    names.add(name);
    for (const group of own) {
      const other = groups.get(group);
      if (other !== undefined) issues.push({ field: `stations.${row}.groups`, code: "groupTwice", params: { group, station: other } });
      groups.set(group, name);
    }
  }
  return issues;
}

/** Whether every group of the list has its station (投票站); a warning, since voters may be told otherwise. */
export function stationFindings(stations: readonly StationPlan[], groupsOfList: readonly number[], law: Law): readonly Finding[] {
  const assigned = new Set(stations.flatMap((station) => station.groups));
  const missing = groupsOfList.filter((group) => !assigned.has(group));
  return [
    finding("groupsNotAssigned", { law, ok: missing.length === 0, actual: { groups: missing.map(String) }, fields: ["stations"] }),
  ];
}

/** Candidates and their near relatives may not be polling staff (选举工作人员回避). */
export function staffFindings(staff: readonly { readonly name: string; readonly entryId: string | null; readonly row: number }[], candidates: ReadonlySet<string>, kin: readonly KinPair[], law: Law): readonly Finding[] {
  return staff
    .filter(({ entryId }) => entryId !== null && isOrIsKinOf(entryId, candidates, kin))
    .map(({ name, row }) => finding("staffConflict", { law, ok: false, actual: { name }, fields: [`staff.${row}.person`] }));
}

/** Scrutineers (监票人) enough for every station, where the province says how many each needs; roaming boxes are counted by themselves. */
export function stationStaffFindings(staff: readonly { readonly role: string }[], stations: number, law: Law): readonly Finding[] {
  const each = law.values.stationStaffMin;
  if (each === null) return [];
  const scrutineers = staff.filter(({ role }) => role === "scrutineer" || role === "chiefScrutineer").length;
  const needed = stations * each;
  return [finding("stationStaffTooFew", { law, ok: scrutineers >= needed, actual: { scrutineers, stations, each, needed }, required: `${scrutineers} >= ${stations} x ${each}`, fields: ["staff"] })];
}

/** A proxy as the rules see it: roll entries of principal (委托人) and holder (受委托人). */
export type ProxyPair = { readonly principalId: string; readonly holderId: string };

/** What is asked of one more proxy. */
export type ProxyRequest = ProxyPair & {
  readonly relation: ProxyRelation;
  readonly holderName: string;
  readonly principalName: string;
  readonly today: string;
};

/**
 * One more proxy (委托投票, 2025 law, Article 18): in time, both on the list, holder no candidate, at most three principals
 * a holder, one proxy a principal, no handing on.
 */
export function proxyFindings(request: ProxyRequest, approved: readonly ProxyPair[], candidates: ReadonlySet<string>, heldOn: string, law: Law): readonly Finding[] {
  const { principalId, holderId, holderName, principalName } = request;
  const held = approved.filter((proxy) => proxy.holderId === holderId).length + 1;
  const cap = law.values.proxyCap;
  const until = proxyApplicationDeadline(heldOn, law);
  const chained = approved.some((proxy) => proxy.principalId === holderId || proxy.holderId === principalId);
  const names = { holder: holderName, principal: principalName };
  return [
    finding("proxyTooLate", { law, ok: request.today <= until, actual: { until }, required: `${request.today} <= ${until}`, fields: ["principal"] }),
    finding("proxyPrincipalTwice", { law, ok: !approved.some((proxy) => proxy.principalId === principalId), actual: names, fields: ["principal"] }),
    finding("proxyHolderIsCandidate", { law, ok: !(law.values.proxyCandidateBanned && candidates.has(holderId)), actual: names, fields: ["holder"] }),
    finding("proxyHolderNotRelative", { law, ok: law.values.proxyHolder !== "nearRelative" || request.relation === "nearRelative", actual: names, fields: ["relation"] }),
    finding("proxyChain", { law, ok: !chained, actual: names, fields: ["holder"] }),
    ...(cap === null ? [] : [finding("proxyCap", { law, ok: held <= cap, actual: { ...names, held, cap }, required: `${held} <= ${cap}`, fields: ["holder"] })]),
  ];
}

/** Enough ballots printed for everybody on the list? */
export const printFindings = (printed: number, registered: number, law: Law): readonly Finding[] => [
  finding("printedTooFew", { law, ok: printed >= registered, actual: { printed, registered }, required: `${printed} >= ${registered}`, fields: ["quantity"] }),
];

/** Stations cannot get more ballots than were printed. */
export const supplyFindings = (received: number, printed: number, law: Law): readonly Finding[] => [
  finding("moreReceivedThanPrinted", { law, ok: received <= printed, actual: { received, printed }, required: `${received} <= ${printed}`, fields: ["supplies"] }),
];

/** What decides whether a vote may open. */
export type Opening = {
  readonly heldOn: string;
  readonly today: string;
  readonly printed: number;
  readonly received: number;
  readonly stations: number;
  readonly candidatesPublished: boolean;
  readonly placesPublished: boolean;
  /** Proxies and notice 13, roaming boxes and notice 12, scribes and notice 14. */
  readonly proxyList: PostedList;
  readonly roaming: RoamingFacts;
  readonly scribeList: PostedList;
  readonly registered: number;
};

/** What the room itself asks before a vote opens: on its day, list and candidates out, places told, ballots printed, lists posted. */
export function openingFindings(opening: Opening, law: Law): readonly Finding[] {
  const { heldOn, today, printed, registered } = opening;
  return [
    finding("voteNotOnDay", { law, ok: today === heldOn, actual: { day: heldOn, today }, required: `${today} = ${heldOn}` }),
    finding("listNotPublished", { law, ok: registered > 0, actual: { registered } }),
    finding("candidatesNotPublished", { law, ok: opening.candidatesPublished }),
    finding("stationsMissing", { law, ok: opening.stations > 0, actual: { stations: opening.stations } }),
    finding("placesNotPublished", { law, ok: opening.placesPublished }),
    finding("noPrintRun", { law, ok: printed > 0 && opening.received > 0, actual: { printed, received: opening.received } }),
    ...printFindings(printed, registered, law),
    ...postedFindings(opening.proxyList, { missing: "proxyListNotPublished", stale: "proxyListStale" }, law),
    ...roamingFindings(opening.roaming, today, law),
    ...scribeListFindings(opening.scribeList, law),
  ];
}

/** Ballots of a station. */
export type StationSums = { readonly received: number; readonly issued: number; readonly spoiled: number; readonly left: number; readonly returned: number };

/** Received = issued + spoiled + left (发票、换领、剩余相符). */
export function stationSumFindings(sums: StationSums, law: Law): readonly Finding[] {
  const accounted = sums.issued + sums.spoiled + sums.left;
  return [
    finding("ballotSumsDiffer", {
      law, ok: accounted === sums.received,
      actual: { received: sums.received, issued: sums.issued, spoiled: sums.spoiled, left: sums.left, accounted },
      required: `${sums.received} = ${sums.issued} + ${sums.spoiled} + ${sums.left}`, fields: ["issued", "spoiled", "left"],
    }),
  ];
}

/**
 * Voting ends when every station has given its account. More returned than issued, or no majority taking part, voids the
 * vote by law: that is said here and decided in the determination, never overruled.
 */
export function closingFindings(open: readonly string[], issued: number, returned: number, registered: number, law: Law): readonly Finding[] {
  return [
    finding("accountsOpen", { law, ok: open.length === 0, actual: { stations: open } }),
    finding("recovered", { law, ok: returned <= issued, severity: "info", actual: { returned, issued }, required: `${returned} <= ${issued}` }),
    finding("turnout", { law, ok: moreThanHalf(returned, registered), severity: "info", actual: { returned, registered }, required: `2 x ${returned} > ${registered}` }),
  ];
}
