import { citationWords } from "../i18n/citation.ts";
import type { Locale } from "../i18n/locale.ts";
import type { Finding } from "../law/finding.ts";
import type { CountDocument, Determination, Next } from "./count-document.ts";
import type { Office } from "../law/parameters.ts";
import { leastMajority, leastThird } from "../law/thresholds.ts";

/** What the words need besides the two documents: names by person id, and per contest blank and invalid blocks. */
export type ReadOutFacts = {
  readonly input: CountDocument;
  readonly outcome: Determination;
  readonly names: ReadonlyMap<string, string>;
  readonly blocks: ReadonlyMap<string, { readonly valid: number; readonly abstain: number; readonly invalid: number }>;
};

/** One part of the text: a heading and sentences, in the order in which they are read aloud. */
export type ReadOutPart = { readonly key: string; readonly heading: string; readonly lines: readonly string[] };

const officeZh: Readonly<Record<Office, string>> = { chair: "主任", viceChair: "副主任", member: "委员" };
const officeEn: Readonly<Record<Office, string>> = { chair: "chair", viceChair: "vice chair", member: "member" };

/** An office's Chinese title; a seat for a woman says so. */
export const officeTitle = (office: Office, only: "women" | null | undefined): string => (only === "women" ? `妇女${officeZh[office]}` : officeZh[office]);
const officeName = (office: Office, only: "women" | null | undefined): string => (only === "women" ? `${officeEn[office]} (woman)` : officeEn[office]);

type Tongue = {
  readonly locale: Locale;
  readonly name: (person: string) => string;
  readonly list: (people: readonly string[]) => string;
  readonly contest: (contest: string) => string;
  readonly office: (office: Office, only?: "women" | null) => string;
  /** The article a finding stands on, in brackets. */
  readonly basis: (code: string) => string;
  readonly say: (zh: string, en: string) => string;
};

function tongueOf({ input, outcome, names }: ReadOutFacts, locale: Locale): Tongue {
  const zh = locale === "zh-CN";
  const name = (person: string): string => names.get(person) ?? person.slice(0, 8);
  const contests = new Map(input.contests.map((one) => [one.contest, one]));
  const office = (one: Office, only?: "women" | null): string => (zh ? officeTitle(one, only) : officeName(one, only));
  return {
    locale, name, office,
    list: (people) => people.map(name).join(zh ? "、" : ", "),
    contest: (code) => {
      const contest = contests.get(code);
      return contest === undefined ? code : office(contest.office, contest.only);
    },
    basis: (code) => basisOf(outcome.findings.find((one) => one.code === code), zh),
    say: (chinese, english) => (zh ? chinese : english),
  };
}

function basisOf(finding: Finding | undefined, zh: boolean): string {
  const { citation } = finding ?? {};
  if (citation === undefined || citation === null) return "";
  return zh ? `（${citationWords(citation, "zh-CN")}）` : ` (${citationWords(citation, "en")})`;
}

/** The determination as a text to be read aloud on the spot (当场公布选举结果), in either language. */
export function readOut(facts: ReadOutFacts, locale: Locale): readonly ReadOutPart[] {
  const tongue = tongueOf(facts, locale);
  const part = (key: string, zh: string, en: string, lines: readonly string[]): readonly ReadOutPart[] => (lines.length === 0 ? [] : [{ key, heading: tongue.say(zh, en), lines }]);
  return [
    ...part("polling", "投票情况", "Polling", pollingLines(facts, tongue)),
    ...part("votes", "得票情况", "Votes", facts.input.contests.map((contest) => contestLine(facts, contest.contest, tongue))),
    ...part("elected", "当选情况", "Elected", electedLines(facts, tongue)),
    ...part("notDecided", "未当选或待定", "Not elected or not decided", undecidedLines(facts, tongue)),
    ...part("next", "下一步", "What follows", nextLines(facts, tongue)),
  ];
}

function pollingLines({ input, outcome }: ReadOutFacts, { say, basis }: Tongue): readonly string[] {
  const { ballots, registered } = input;
  if (ballots === undefined) return [];
  const { issued, returned, invalid } = ballots;
  const turnout = outcome.findings.find((one) => one.code === "turnout");
  const recovered = outcome.findings.find((one) => one.code === "recovered");
  return [
    say(`登记参加选举的村民 ${registered} 人，发出选票 ${issued} 张，收回选票 ${returned} 张，其中整张无效 ${invalid} 张。`, `${registered} people are registered; ${issued} ballots were issued and ${returned} returned, ${invalid} of them invalid as a whole.`),
    recovered?.ok === false
      ? say(`收回的选票多于发出的选票，投票无效${basis("recovered")}。`, `More ballots were returned than issued: the vote is void${basis("recovered")}.`)
      : say(`收回的选票不多于发出的选票${basis("recovered")}。`, `No more ballots were returned than issued${basis("recovered")}.`),
    turnout?.ok === false
      ? turnout.severity === "warning"
        ? say(`参加投票的没有超过登记人数的一半；另行选举不以过半数参加为条件${basis("turnout")}。`, `No more than half of those registered took part; a run-off does not need that${basis("turnout")}.`)
        : say(`参加投票的没有超过登记人数的一半，投票无效${basis("turnout")}。`, `No more than half of those registered took part: the vote is void${basis("turnout")}.`)
      : say(`参加投票的超过登记人数的一半，投票有效${basis("turnout")}。`, `More than half of those registered took part: the vote is valid${basis("turnout")}.`),
  ];
}

/** Votes of a contest, most first. */
export function votesIn({ input }: Pick<ReadOutFacts, "input">, contest: string): readonly { readonly person: string; readonly for: number }[] {
  return input.votes.filter((vote) => vote.contest === contest).sort((a, b) => b.for - a.for || (a.person < b.person ? -1 : 1));
}

const initial = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function contestLine(facts: ReadOutFacts, code: string, { contest, name, say }: Tongue): string {
  const seats = facts.input.contests.find((one) => one.contest === code)?.seats ?? 0;
  const votes = votesIn(facts, code);
  const blocks = facts.blocks.get(code);
  const people = votes.map((vote) => say(`${name(vote.person)} ${vote.for} 票`, `${name(vote.person)} ${vote.for}`)).join(say("，", ", "));
  const rest = blocks === undefined ? "" : say(`；弃权 ${blocks.abstain} 张，本栏无效 ${blocks.invalid} 张`, `; ${blocks.abstain} blank, ${blocks.invalid} invalid`);
  return say(`${contest(code)}，应选 ${seats} 人：${people === "" ? "无人得票" : people}${rest}。`, `${initial(contest(code))}, ${seats} to elect: ${people === "" ? "no votes" : people}${rest}.`);
}

function electedLines({ input, outcome }: ReadOutFacts, { name, office, say, basis }: Tongue): readonly string[] {
  const returned = input.ballots?.returned ?? 0;
  const runoff = input.kind === "runoff";
  const least = runoff ? leastThird(returned) : leastMajority(returned);
  const only = (contest: string) => input.contests.find((one) => one.contest === contest)?.only;
  const rule = say(runoff ? `得票最多且不少于收回选票的三分之一（${least} 票）的当选` : `得票超过收回选票半数（至少 ${least} 票）的当选`, runoff ? `Elected are those with most votes and at least a third of the ballots returned (${least})` : `Elected are those with more than half of the ballots returned (at least ${least})`);
  return [
    ...(outcome.elected.length === 0 ? [] : [`${rule}${basis("majority")}${say("。", ".")}`]),
    ...outcome.elected.map((one) => say(`${name(one.person)}当选村民委员会${office(one.office, only(one.contest))}，得 ${one.votes} 票。`, `${name(one.person)} is elected ${office(one.office, only(one.contest))} with ${one.votes} votes.`)),
    ...(outcome.elected.length === 0 ? [say("本次投票没有人当选。", "Nobody is elected in this vote.")] : []),
  ];
}

function undecidedLines({ outcome }: ReadOutFacts, { name, list, contest, office, say, basis }: Tongue): readonly string[] {
  return [
    ...outcome.void.map((code) => say(`${contest(code)}的投票无效。`, `The vote for ${contest(code)} is void.`)),
    ...outcome.tied.map((tie) => {
      const why = { votes: say(`得票相同，都是 ${tie.votes} 票`, `have ${tie.votes} votes each`), kin: say("是近亲属，不能同时当选", "are near relatives and cannot sit together"), women: say(`得票相同，都是 ${tie.votes} 票，其中一名妇女应当首先当选`, `have ${tie.votes} votes each; one woman of them comes first`) }[tie.reason];
      return say(`${contest(tie.contest)}：${list(tie.people)}${why}，余 ${tie.seats} 个名额，须再次投票决定。`, `${contest(tie.contest)}: ${list(tie.people)} ${why}; ${tie.seats} seats are left, a re-vote decides.`);
    }),
    ...outcome.skipped.map((one) => say(`${name(one.person)}因与已当选的同级或上级职务人员是近亲属，不能当选${contest(one.contest)}${basis("kin")}。`, `${name(one.person)} cannot be elected ${contest(one.contest)}: near relative of somebody elected to the same or a higher office${basis("kin")}.`)),
    ...outcome.displaced.map((one) => say(`${name(one.by)}当选后，其近亲属${name(one.person)}不再担任${office(one.office)}${basis("kin")}。`, `${name(one.person)} gives up the seat of ${office(one.office)}: near relative of ${name(one.by)}, now elected to a higher office${basis("kin")}.`)),
    ...outcome.voided.map((one) => say(`${name(one.person)}不具备任职条件，当选${contest(one.contest)}无效，名额空缺。`, `${name(one.person)} cannot hold office; the election as ${contest(one.contest)} is void and the seat vacant.`)),
    ...outcome.pending.map((code) => say(`${contest(code)}的其余名额等待再次投票以后认定。`, `The remaining seats of ${contest(code)} wait for the re-vote.`)),
    ...outcome.vacant.map((one) => say(`${office(one.office, one.only)}空缺 ${one.seats} 个名额。`, `${one.seats} ${one.seats === 1 ? "seat" : "seats"} of ${office(one.office, one.only)} vacant.`)),
  ];
}

function nextLines({ outcome }: ReadOutFacts, tongue: Tongue): readonly string[] {
  const { say, name, basis } = tongue;
  const presiding = outcome.presiding === null ? [] : [
    outcome.presiding === "representativesChoose"
      ? say(`主任暂缺，由村民代表会议推选一人主持工作${basis("presiding")}。`, `Nobody holds the chair; the representatives' meeting chooses who presides${basis("presiding")}.`)
      : say(`主任暂缺，由${name(outcome.presiding.person)}主持工作${basis("presiding")}。`, `Nobody holds the chair; ${name(outcome.presiding.person)} presides${basis("presiding")}.`),
  ];
  return [...followingLines(outcome.next, tongue), ...presiding];
}

/** What follows, in sentences: re-vote, run-off, new vote, the meeting's decision, or nothing. */
function followingLines(next: Next, { list, contest, office, say, basis }: Tongue): readonly string[] {
  switch (next.kind) {
    case "none":
      return [say(`本次选举结束。${basis("vacancy") === "" ? "" : `不足的名额可以暂缺${basis("vacancy")}。`}`, `The election is complete.${basis("vacancy") === "" ? "" : ` The vacant seats may stay empty${basis("vacancy")}.`}`)];
    case "revote":
      return next.contests.map((one) => say(`再次投票：在${list(one.people)}中选${contest(one.contest)} ${one.seats} 人。`, `Re-vote: ${one.seats} of ${list(one.people)} as ${contest(one.contest)}.`));
    case "newVote":
      return [say(`重新投票：${next.contests.map((one) => contest(one.contest)).join("、")}。`, `New vote: ${next.contests.map((one) => contest(one.contest)).join(", ")}.`)];
    case "runoff":
    case "meetingDecides":
      return [
        ...(next.kind === "meetingDecides" ? [say("空缺名额是否另行选举，由村民会议或者村民代表会议决定。", "The assembly or the representatives' meeting decides whether a run-off is held for the vacant seats.")] : []),
        ...next.contests.map((one) => say(`另行选举${office(one.office, one.only)} ${one.seats} 人，候选人：${one.people.length === 0 ? "待补足" : list(one.people)}${one.short ? "（候选人不足，应补足）" : ""}${basis("margin")}。`, `Run-off for ${one.seats} ${office(one.office, one.only)}, candidates: ${one.people.length === 0 ? "to be found" : list(one.people)}${one.short ? " (the list must be refilled)" : ""}${basis("margin")}.`)),
        ...(next.by === null ? [] : [say(`应在 ${next.by} 以前举行。`, `To be held by ${next.by}.`)]),
      ];
  }
}

/** A finding with names and titles in the place of ids, for its words. */
export function namedFinding(finding: Finding, names: ReadonlyMap<string, string>, contestWords: (contest: string) => string): Finding {
  const nameOf = (value: string): string => names.get(value) ?? value;
  const actual = Object.entries(finding.actual).map(([key, value]) => {
    if (key === "contest" && typeof value === "string") return [key, contestWords(value)] as const;
    if (typeof value === "string") return [key, nameOf(value)] as const;
    return [key, Array.isArray(value) ? value.map((one: string) => nameOf(one)) : value] as const;
  });
  return { ...finding, actual: Object.fromEntries(actual) };
}
