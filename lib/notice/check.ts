import { daysBetween, type Day } from "../calendar/day.ts";
import { finding } from "../law/catalogue.ts";
import type { Finding } from "../law/finding.ts";
import type { Law } from "../law/law.ts";
import type { NoticeCode, NoticeField, NoticeKind, NoticeSet } from "../law/notice-set.ts";
import { kindIn, lastLawfulDay, noticeDue } from "./set.ts";

/** What of a case decides whether a notice may go out today. */
export type NoticeFacts = {
  readonly set: NoticeSet;
  readonly kind: NoticeKind;
  readonly law: Law;
  readonly today: Day;
  /** Day of the vote that the notice belongs to. */
  readonly pollingDay: Day;
  /** Members who serve in the election committee (村民选举委员会); 0: it has not been chosen. */
  readonly committee: number;
  /** Codes of the notices that are out. */
  readonly issued: ReadonlySet<string>;
  readonly missing: readonly NoticeField[];
  /** Characters that the fonts of the papers lack. */
  readonly characters: readonly string[];
};

/** Findings before a notice is issued: its issuer exists, its day, its order, its fields, its characters. */
export function noticeFindings(facts: NoticeFacts): readonly Finding[] {
  return [issuerFinding(facts), ...dayFindings(facts), ...orderFindings(facts), ...paperFindings(facts)];
}

/** A body that was not chosen yet cannot announce anything (2025 law, Article 15). */
function issuerFinding({ kind, law, committee }: NoticeFacts): Finding {
  return finding("issuerNotFormed", { law, ok: kind.issuer !== "electionCommittee" || committee > 0, actual: { title: kind.title, members: committee }, required: "> 0" });
}

/** Late by custom is only said; past the last day of the law or the province's measures needs a reason. */
function dayFindings({ kind, law, today, pollingDay }: NoticeFacts): readonly Finding[] {
  const due = noticeDue(kind, pollingDay, law);
  const limit = lastLawfulDay(kind, pollingDay, law);
  if (limit !== null && today > limit.day) {
    const actual = { title: kind.title, today, deadline: limit.day, days: daysBetween(limit.day, today) };
    return [finding("noticePastLimit", { law, ok: false, actual, required: `<= ${limit.day}`, citation: limit.citation })];
  }
  if (due === null) return [];
  const actual = { title: kind.title, today, deadline: due.until, days: daysBetween(due.until, today) };
  return [finding("noticeLate", { law, ok: today <= due.until, severity: "info", actual, required: `<= ${due.until}`, citation: due.citation })];
}

function orderFindings({ set, kind, law, issued }: NoticeFacts): readonly Finding[] {
  const before = kind.after.filter((code) => !issued.has(code));
  return before.map((code: NoticeCode) => {
    const earlier = kindIn(set, code);
    return finding("noticeOutOfOrder", { law, ok: false, severity: "info", actual: { title: kind.title, earlier: earlier.title, number: earlier.number ?? "" } });
  });
}

function paperFindings({ kind, law, missing, characters }: NoticeFacts): readonly Finding[] {
  return [
    finding("noticeFieldsMissing", { law, ok: missing.length === 0, actual: { title: kind.title, count: missing.length, names: missing.map((field) => field.label["zh-CN"]) }, fields: missing.map((field) => field.name) }),
    finding("noticeCharacters", { law, ok: characters.length === 0, actual: { title: kind.title, characters } }),
  ];
}
