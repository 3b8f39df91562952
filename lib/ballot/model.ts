import { z } from "zod";
import { rows } from "../election/rows.ts";
import { acceptances, day, id, line, optionalDay, optionalLine, version, whole } from "../platform/fields.ts";

/** Who does what at a vote: 总监票人, 监票人, 流动票箱监票人, 发票人, 唱票人, 计票人, 代写员. */
export const staffRoles = ["chiefScrutineer", "scrutineer", "roamingScrutineer", "issuer", "caller", "teller", "scribe"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** How holder and principal of a proxy (委托投票) stand to each other. */
export const proxyRelations = ["nearRelative", "villager"] as const;
export type ProxyRelation = (typeof proxyRelations)[number];

const ballots = whole(0, 1_000_000);

/** Groups as typed: 1, 2、3 or 1-4. */
const groupNumbers = z
  .string()
  .optional()
  .transform((text, context) => {
    const groups = parseGroups(text ?? "");
    if (groups !== null) return groups;
    context.addIssue({ code: "custom", params: { code: "invalidGroups" } });
    return z.NEVER;
  });

/** Group numbers of a text like `1、3-5`; null when something else stands there. */
export function parseGroups(text: string): readonly number[] | null {
  const parts = text.normalize("NFKC").split(/[\s,、;]+/u).filter((part) => part !== "");
  const groups = new Set<number>();
  for (const part of parts) {
    const range = /^(\d{1,3})(?:\s*[-~—至]\s*(\d{1,3}))?组?$/u.exec(part);
    const from = Number(range?.[1] ?? Number.NaN);
    const to = Number(range?.[2] ?? range?.[1] ?? Number.NaN);
    if (!(from > 0 && to >= from && to - from < 100)) return null;
    for (let group = from; group <= to; group += 1) groups.add(group);
  }
  return [...groups].toSorted((one, other) => one - other);
}

/** Main venue (中心会场) and polling stations (投票站), all of them at once. Row 0 is the main venue. */
export const setStationsInput = z.object({
  electionId: id,
  version,
  stations: rows(z.object({ name: line(30), place: line(60), groups: groupNumbers }), ["name", "place", "groups"], 60),
  acceptances,
});

/** Polling staff of a vote, all of them at once. A person of the roll is named as forms name him; others by name. */
export const setStaffInput = z.object({ voteId: id, version, staff: rows(z.object({ role: z.enum(staffRoles), person: line(60) }), ["person"], 120) });

/** A written proxy: principal, holder, why, and how they stand to each other. */
export const addProxyInput = z.object({ voteId: id, principal: line(60), holder: line(60), reason: line(100), relation: z.enum(proxyRelations) });
export const withdrawProxyInput = z.object({ proxyId: id });

/** Why a roaming box (流动票箱) comes to a voter: 因病, 残疾, 年老, 居住偏远. */
export const roamingReasons = ["sick", "disabled", "old", "remote"] as const;
export type RoamingReason = (typeof roamingReasons)[number];

/** Why somebody else writes a voter's ballot (代写): 不识字, 因病, 残疾. */
export const scribeReasons = ["illiterate", "sick", "disabled"] as const;
export type ScribeReason = (typeof scribeReasons)[number];

/** Roaming boxes of a vote: how many, hours and way, and the approval where the province asks for one; 0 boxes: none after all. */
export const setRoamingInput = z
  .object({ voteId: id, version, boxes: whole(0, 20), route: optionalLine(200), approvedOn: optionalDay, approvedBy: optionalLine(60), acceptances })
  .refine((input) => input.boxes === 0 || input.route !== null, { path: ["route"], params: { code: "required" } })
  .refine((input) => input.approvedOn === null || input.approvedBy !== null, { path: ["approvedBy"], params: { code: "required" } })
  .refine((input) => input.approvedBy === null || input.approvedOn !== null, { path: ["approvedOn"], params: { code: "required" } });

export const addRoamingVoterInput = z.object({ voteId: id, voter: line(60), reason: z.enum(roamingReasons), acceptances });
export const withdrawRoamingVoterInput = z.object({ roamingVoterId: id });

/** Who writes for whom: the voter of the list, the scribe as forms name people (staff need not be on the list), why. */
export const addScribeInput = z.object({ voteId: id, voter: line(60), scribe: line(60), reason: z.enum(scribeReasons) });
export const withdrawScribeInput = z.object({ scribeId: id });

/** A print run of ballots; serial numbers stand on the stubs only. */
export const recordPrintRunInput = z.object({ voteId: id, version, colour: line(10), quantity: whole(1, 1_000_000), printedOn: day, acceptances });

/** How many ballots each station gets, before the vote opens or as further supply. */
export const supplyStationsInput = z.object({ voteId: id, version, supplies: z.array(z.object({ stationId: id, received: ballots })).min(1).max(60) });

/** Opens a vote on its day. */
export const openVoteInput = z.object({ voteId: id, version, acceptances });

/** A station's ballots after voting: received = issued + spoiled + left; returned is what the boxes held. */
export const closeStationInput = z.object({ accountId: id, version, issued: ballots, spoiled: ballots, left: ballots, returned: ballots });

/** Ends the voting: all stations accounted for. */
export const closeVoteInput = z.object({ voteId: id, version, acceptances });

/** What notice 15 asks beyond the case's own data. */
export const ballotRulesExtra = z.object({ remark: optionalLine(200) });

