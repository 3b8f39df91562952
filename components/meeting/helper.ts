import { typedCount } from "#components/ballot/sums.ts";
import { hasQuorum, isDecided, leastComposition, meetingCitation, noticeKept, quorumOf, type NoticeRule, representativesCitation, representativesComposition } from "#lib/law/meeting.ts";
import type { Citation } from "#lib/law/finding.ts";
import type { Law } from "#lib/law/law.ts";
import { leastMajority } from "#lib/law/thresholds.ts";
import { attendanceOf } from "#lib/meeting/attendance.ts";
import { meetingKinds, type MeetingBasis, type MeetingKind } from "#lib/meeting/kinds.ts";
import { isDay, daysBetween } from "#lib/calendar/day.ts";

/** What a form about a meeting holds now, by the names under which its fields are sent. */
export type Typed = ReadonlyMap<string, string>;

/** One sentence of help: who must come or how many must agree, its words, their numbers, whether what was typed so far satisfies the law (null: not typed yet), and the article. */
export type HelpLine = { readonly about: "attendance" | "decision"; readonly key: string; readonly code: HelpCode; readonly numbers: Readonly<Record<string, number>>; readonly ok: boolean | null; readonly citation: Citation };
export type HelpCode = "quorum" | "groupQuorum" | "composition" | "women" | "notice" | "decision" | "resolution";

type Figures = { readonly kind: MeetingKind; readonly basis: MeetingBasis };

const count = (typed: Typed, name: string): number | null => typedCount(typed.get(name) ?? "");

function quorumLine(figures: Figures, entitled: number, present: number | null, national: Law["national"], group: number | null): HelpLine {
  const attendance = attendanceOf({ ...figures, entitled, present: present ?? 0 });
  return {
    about: "attendance", key: `quorum-${group ?? ""}`, code: group === null ? "quorum" : "groupQuorum", ok: present === null ? null : hasQuorum(attendance), citation: meetingCitation(attendance.kind, national),
    numbers: { entitled, present: present ?? 0, least: quorumOf(attendance), ...(group === null ? {} : { group }) },
  };
}

/** The places of a list's rows in the form, from 0. */
const rowsOf = (typed: Typed, list: string): readonly number[] => {
  const places = [...typed.keys()].flatMap((name) => {
    const found = new RegExp(`^${list}\\[(\\d+)\\]\\.`).exec(name);
    return found === null ? [] : [Number(found[1])];
  });
  return [...new Set(places)];
};

function groupLines(figures: Figures, typed: Typed, national: Law["national"]): readonly HelpLine[] {
  return rowsOf(typed, "groups").flatMap((row) => {
    const [group, entitled, present] = (["groupNumber", "entitled", "present"] as const).map((name) => count(typed, `groups[${row}].${name}`));
    // A group is spoken of once somebody types how many came.
    return group == null || entitled == null || entitled === 0 || present == null ? [] : [quorumLine(figures, entitled, present, national, group)];
  });
}

function compositionLines(typed: Typed, members: number, national: Law["national"]): readonly HelpLine[] {
  const [representatives, women] = [count(typed, "representatives"), count(typed, "womenRepresentatives")];
  const least = leastComposition(members);
  const made = representativesComposition(members, representatives ?? 0, women ?? 0);
  const citation = representativesCitation(national);
  return [
    { about: "attendance", key: "composition", code: "composition", citation, ok: representatives === null ? null : made.enoughRepresentatives, numbers: { members, least: least.representatives, given: representatives ?? 0 } },
    { about: "attendance", key: "women", code: "women", citation, ok: women === null ? null : made.enoughWomen, numbers: { members, least: least.women, given: women ?? 0 } },
  ];
}

function noticeLines(typed: Typed, rule: NoticeRule | null): readonly HelpLine[] {
  const [noticeOn, heldOn] = [typed.get("noticeOn") ?? "", typed.get("heldOn") ?? ""];
  if (rule === null || !isDay(noticeOn) || !isDay(heldOn) || noticeOn > heldOn) return [];
  return [{ about: "attendance", key: "notice", code: "notice", ok: noticeKept(noticeOn, heldOn, rule.days), citation: rule.citation, numbers: { days: daysBetween(noticeOn, heldOn), least: rule.days } }];
}

/** Votes needed to pass: for the one decision of a form (`inFavour`), and for each row of resolutions. */
function decisionLines(kind: MeetingKind, typed: Typed, national: Law["national"]): readonly HelpLine[] {
  const citation = meetingCitation(kind === "groups" ? "group" : kind, national);
  const line = (key: string, code: HelpCode, present: number | null, yes: number | null, numbers: Readonly<Record<string, number>>): readonly HelpLine[] =>
    present === null || present === 0 ? [] : [{ about: "decision", key, code, citation, ok: yes === null ? null : isDecided(yes, present), numbers: { ...numbers, present, least: leastMajority(present), yes: yes ?? 0 } }];
  const presentIn = (group: number | null): number | null => {
    if (kind !== "groups") return count(typed, "present");
    const row = rowsOf(typed, "groups").find((place) => count(typed, `groups[${place}].groupNumber`) === group);
    return row === undefined || group === null ? null : count(typed, `groups[${row}].present`);
  };
  const single = typed.has("inFavour") ? line("decision", "decision", presentIn(null), count(typed, "inFavour"), {}) : [];
  const rows = rowsOf(typed, "resolutions").flatMap((row) => {
    const yes = count(typed, `resolutions[${row}].yes`);
    return yes === null ? [] : line(`resolution-${row}`, "resolution", presentIn(count(typed, `resolutions[${row}].groupNumber`)), yes, { number: row + 1 });
  });
  return [...single, ...rows];
}

/** What of the law this help needs: the national law in force, and the notice that each kind of meeting needs. */
export type HelpLaw = { readonly national: Law["national"]; readonly notice: Readonly<Record<MeetingKind, NoticeRule | null>> };

/** What the law asks of the meeting as it is typed so far; nothing before its kind and figures are there. */
export function helpLines(typed: Typed, { national, notice }: HelpLaw): readonly HelpLine[] {
  const kind = meetingKinds.find((one) => one === typed.get("kind"));
  if (kind === undefined) return [];
  const basis: MeetingBasis | null = kind === "representatives" ? "members" : typed.get("basis") === "households" ? "households" : typed.get("basis") === "persons" ? "persons" : null;
  const entitled = count(typed, "entitled");
  const figures = basis === null ? null : { kind, basis };
  return [
    ...(figures === null || kind === "groups" || entitled === null || entitled === 0 ? [] : [quorumLine(figures, entitled, count(typed, "present"), national, null)]),
    ...(figures === null || kind !== "groups" ? [] : groupLines(figures, typed, national)),
    ...(kind === "representatives" && entitled !== null && entitled > 0 ? compositionLines(typed, entitled, national) : []),
    ...noticeLines(typed, notice[kind]),
    ...decisionLines(kind, typed, national),
  ];
}
