import { addDays, type Day } from "../calendar/day.ts";
import type { Citation } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import { mergeNotices, type NoticeCode, type NoticeKind, type NoticeSet, type PackNotices } from "../law/notice-set.ts";
import { NATIONAL_NOTICES } from "../law/notices/national.ts";
import { CUSTOMARY_PLAN } from "../law/practice.ts";

export type { Issuer, NoticeCode, NoticeKind, NoticeSet } from "../law/notice-set.ts";

/** What of a case's law decides its set: the changes that its packs make, if any. */
type WithNotices = Pick<Law, "national"> & { readonly notices?: PackNotices | undefined };

/** The set where no pack changes anything. */
export const nationalSet: NoticeSet = mergeNotices(NATIONAL_NOTICES);

/** Sets merged before, by what the pack changes: one page asks for them many times. */
const merged = new WeakMap<PackNotices, NoticeSet>();

/** The numbered set (编号公告) of a case: the national one with what the case's pack changes. */
export function noticeSetOf(law: WithNotices): NoticeSet {
  const { notices } = law;
  if (notices === undefined || notices.length === 0) return nationalSet;
  const known = merged.get(notices) ?? mergeNotices(NATIONAL_NOTICES, notices);
  merged.set(notices, known);
  return known;
}

/** One notice of a set; every set has every code. */
export function kindIn(set: NoticeSet, code: NoticeCode): NoticeKind {
  const kind = set.get(code);
  if (kind === undefined) throw new Error(`no notice ${code} in the set`);
  return kind;
}

/**
 * The number that a notice takes, which runs per village and election: its own when free, else the first branch of its
 * base ("4-3") that no notice has and that the set keeps for no other. `corrects`: number of the notice that it corrects,
 * whose base it takes when it has no number of its own.
 */
export function nextNumber(set: NoticeSet, code: NoticeCode, taken: ReadonlySet<string>, corrects: string | null = null): string {
  const { number } = kindIn(set, code);
  if (number !== null && !taken.has(number)) return number;
  const base = (number ?? corrects ?? "").split("-")[0] ?? "";
  const reserved = new Set([...set.values()].map((kind) => kind.number));
  for (let branch = 1; ; branch += 1) {
    const candidate = `${base}-${branch}`;
    if (!taken.has(candidate) && !reserved.has(candidate)) return candidate;
  }
}

/** When a notice is due: first and last day, and whether the last one is the law's own. */
export type NoticeDue = { readonly from: Day; readonly until: Day; readonly statutory: boolean; readonly citation: Citation };

/** Due days of a notice for a polling on this day; null when it is due as soon as something happens. */
export function noticeDue(kind: NoticeKind, pollingDay: Day, law: Law): NoticeDue | null {
  if (kind.due.kind === "event") return null;
  const { from, until, lastDay } = kind.due;
  const days = lastDay === null ? null : law.values[lastDay];
  const customary = addDays(pollingDay, until);
  const statutory = lastDay === null || days === null ? null : { day: addDays(pollingDay, -days), citation: law.citations[lastDay] };
  const first = addDays(pollingDay, from);
  // The law's day stands beside the custom; where it is the earlier one, the custom cannot outlast it.
  if (statutory === null || statutory.day > customary) return { from: first, until: customary, statutory: false, citation: CUSTOMARY_PLAN };
  return { from: first < statutory.day ? first : statutory.day, until: statutory.day, statutory: true, citation: statutory.citation };
}

/** The last day that the law itself allows for a notice; null when it sets none. */
export function lastLawfulDay(kind: NoticeKind, pollingDay: Day, law: Law): { readonly day: Day; readonly citation: Citation } | null {
  if (kind.due.kind === "event" || kind.due.lastDay === null) return null;
  const days = law.values[kind.due.lastDay];
  return days === null ? null : { day: addDays(pollingDay, -days), citation: law.citations[kind.due.lastDay] };
}
