import { paperOf } from "../election/notice-command.ts";
import { citationWords } from "../i18n/citation.ts";
import { termWords } from "../chinese/term.ts";
import type { NoticeBlock } from "../documents/models/notice.ts";
import type { ResultReportData } from "../documents/models/result-report.ts";
import type { TallySheetData } from "../documents/models/tally-sheet.ts";
import { issuerName } from "../notice/issue.ts";
import type { NoticeCode } from "../notice/set.ts";
import type { VoteKind } from "../election/model.ts";
import { rankOf } from "./order.ts";
import type { ResultView } from "./queries.ts";
import { officeTitle, readOut, votesIn } from "./words.ts";

type Proof = { readonly fingerprint: string; readonly qr: string } | null;

/** How the parts of a vote are printed: 投票选举 has no word of its own. */
const kindOf = (kind: string): VoteKind => (kind === "revote" || kind === "runoff" || kind === "newVote" ? kind : "regular");

/** Which notices announce a result: the result itself the first time, then what follows; at the end the full list (16, 16-1 to 16-4). */
export function noticeCodes(view: ResultView, first: boolean): readonly NoticeCode[] {
  const { next } = view.outcome;
  const following: NoticeCode | null = next.kind === "revote" ? "resultRevote" : next.kind === "runoff" ? "resultRunoff" : next.kind === "newVote" ? "resultNewVote" : null;
  if (first) return following === null ? ["result"] : ["result", following];
  return [following ?? "resultFinal"];
}

const paragraphs = (lines: readonly string[]): readonly NoticeBlock[] => lines.map((text) => ({ type: "paragraph", text }));

/** The committee as elected so far, highest office first. */
function membersBlock(view: ResultView): readonly NoticeBlock[] {
  if (view.holders.length === 0) return [];
  const rows = [...view.holders].sort((a, b) => rankOf(a.office) - rankOf(b.office) || b.votes - a.votes).map((one) => [officeTitle(one.office, null), view.names.get(one.person) ?? "", one.sex === "female" ? "女" : "男", String(one.votes)]);
  return [{
    type: "table", caption: "当选人员", rows,
    columns: [{ title: "职务", align: "left", width: 2 }, { title: "姓名", align: "left", width: 3 }, { title: "性别", align: "center", width: 1 }, { title: "得票", align: "right", width: 2 }],
  }];
}

function votesBlocks(view: ResultView): readonly NoticeBlock[] {
  return view.input.contests.map((contest) => ({
    type: "table", caption: `${officeTitle(contest.office, contest.only)}（应选 ${contest.seats} 人）`,
    columns: [{ title: "姓名", align: "left", width: 3 }, { title: "得票", align: "right", width: 2 }, { title: "是否当选", align: "center", width: 2 }],
    rows: votesIn(view, contest.contest).map((vote) => [view.names.get(vote.person) ?? "", String(vote.for), isElected(view, contest.contest, vote.person) ? "当选" : ""]),
  }));
}

const isElected = (view: ResultView, contest: string, person: string): boolean => view.outcome.elected.some((one) => one.contest === contest && one.person === person);

/** A result notice of the set: figures and votes, who is elected, what follows. */
export const resultNotice = (view: ResultView, code: NoticeCode) => {
  const parts = readOut(view, "zh-CN");
  const lines = (key: string): readonly string[] => parts.find((one) => one.key === key)?.lines ?? [];
  const full = code === "result" || code === "resultFinal" || code === "resultNewVote";
  const outcome: readonly NoticeBlock[] = [
    ...paragraphs(lines("polling")),
    ...(full ? votesBlocks(view) : []),
    ...membersBlock(view),
    ...paragraphs(lines("notDecided")),
    ...paragraphs(lines("next")),
  ];
  return paperOf({ values: { heldOn: view.vote.heldOn }, parts: { outcome } }, null);
};

/** The result report (选举结果报告单) that committee and tellers sign. */
export function resultReport(view: ResultView, proof: Proof, today: string): ResultReportData {
  const { input, outcome } = view;
  const ballots = input.ballots ?? { issued: 0, returned: 0, invalid: 0 };
  const turnout = outcome.findings.find((one) => one.code === "turnout");
  const parts = readOut(view, "zh-CN");
  const text = (key: string): string => (parts.find((one) => one.key === key)?.lines ?? []).join("");
  const citation = turnout?.citation === null || turnout === undefined ? null : citationWords(turnout.citation, "zh-CN");
  return {
    village: view.election.village, term: termWords(view.election.term), township: view.election.township, kind: kindOf(view.vote.kind), electionDay: view.vote.heldOn,
    law: input.law.national === "CN-2025" ? "村民委员会组织法（2025年修正）" : "村民委员会组织法（2018年修正）",
    registered: input.registered, issued: ballots.issued, returned: ballots.returned, spoiled: view.accounts.spoiled, left: view.accounts.left, invalid: ballots.invalid,
    validity: { ok: outcome.valid, text: text("polling"), citation },
    contests: input.contests.map((contest) => ({
      title: officeTitle(contest.office, contest.only), seats: contest.seats, ...(view.blocks.get(contest.contest) ?? { valid: 0, abstain: 0, invalid: 0 }),
      people: votesIn(view, contest.contest).map((vote) => ({
        name: view.names.get(vote.person) ?? "", sex: view.sexes.get(vote.person) ?? null, votes: vote.for, elected: isElected(view, contest.contest, vote.person), note: noteOf(view, contest.contest, vote.person),
      })),
    })),
    elected: outcome.elected.map((one) => ({ office: officeTitle(one.office, null), name: view.names.get(one.person) ?? "", sex: view.sexes.get(one.person) ?? null, votes: one.votes })),
    vacant: outcome.vacant.map((one) => ({ office: officeTitle(one.office, one.only), seats: one.seats })),
    nextStep: text("next") === "" ? null : { text: text("next"), citation: null },
    remarks: [...(view.vote.differenceReason === null ? [] : [`选票清点数与收回数不同的原因：${view.vote.differenceReason}`]), ...(parts.find((one) => one.key === "notDecided")?.lines ?? [])],
    issuer: issuerName("electionCommittee", view.election.village, view.election.township), date: today, proof,
  };
}

/** Why somebody's line needs a word: written in, tied, relative, barred. */
function noteOf({ outcome, candidates }: ResultView, contest: string, person: string): string | null {
  if (outcome.tied.some((one) => one.contest === contest && one.people.includes(person))) return "待再次投票";
  if (outcome.skipped.some((one) => one.contest === contest && one.person === person)) return "近亲属回避";
  if (outcome.voided.some((one) => one.contest === contest && one.person === person)) return "当选无效";
  return candidates.has(person) ? null : "另选他人";
}

/** The tally sheet (计票表) of the whole vote with its strokes. */
export function tallySheet(view: ResultView, proof: Proof, today: string): TallySheetData {
  return {
    village: view.election.village, term: termWords(view.election.term), kind: kindOf(view.vote.kind), electionDay: view.vote.heldOn, scope: "全部票捆",
    contests: view.input.contests.map((contest) => ({
      title: officeTitle(contest.office, contest.only), seats: contest.seats, ...(view.blocks.get(contest.contest) ?? { valid: 0, abstain: 0, invalid: 0 }),
      people: votesIn(view, contest.contest).map((vote) => ({ name: view.names.get(vote.person) ?? "", note: view.candidates.has(vote.person) ? null : "另选他人", votes: vote.for })),
    })),
    date: today, proof,
  };
}
