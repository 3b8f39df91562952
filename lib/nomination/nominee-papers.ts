import { seatWords } from "../committee/papers.ts";
import type { SeatPlan } from "../committee/rules.ts";
import type { NoticeBlock } from "../documents/models/notice.ts";
import type { NoticeFill } from "../notice/template.ts";
import { noteOf, orderWords, type PaperCandidate } from "./papers.ts";
import type { PrimaryVoters } from "./model.ts";
import type { Primary } from "./primary-queries.ts";

/** People nominated for one office, in the order of the paper. */
export type PaperOffice = { readonly plan: SeatPlan; readonly people: readonly PaperCandidate[] };

const namesOf = (offices: readonly PaperOffice[]): NoticeBlock => {
  const all = offices.flatMap((office) => office.people);
  return {
    type: "names",
    groups: offices.filter((office) => office.people.length > 0).map(({ plan, people }) => ({
      title: `${seatWords(plan)}（应选${plan.seats}人，候选人${plan.seats + plan.margin}人）`,
      names: people.map((person) => ({ name: person.name, note: noteOf(person, all) })),
    })),
  };
};

/** Notice 8: the first nominees (初步候选人) by office. */
export const nomineesFill = (offices: readonly PaperOffice[], order: "votes" | "surnameStrokes", objectionsUntil: string): NoticeFill => ({
  values: { order: orderWords[order], objectionsUntil },
  parts: { nominees: [namesOf(offices)] },
});

const voterWords: Readonly<Record<PrimaryVoters, string>> = { electors: "全体登记参加选举的村民", representatives: "村民代表会议成员" };

/** How many have to take part, as the notice says it. */
const neededWords: Readonly<Record<PrimaryVoters, string>> = { electors: "有登记参加选举的村民过半数参加，预选有效", representatives: "有村民代表会议组成人员三分之二以上参加，预选有效" };

/** Notice 8-1: how the primary (预选) is held. */
export const primaryMethodFill = (primary: Primary, offices: readonly PaperOffice[]): NoticeFill => ({
  values: {
    voters: `${voterWords[primary.voters]}（${primary.entitled}人）`, heldOn: primary.heldOn, hours: `${primary.fromTime}至${primary.toTime}`, place: primary.place,
    rules: `每一职务所选人数不得超过候选人名额，多选的，该职务一栏无效；只在初步候选人中选择，另选他人无效；不得委托他人投票。${neededWords[primary.voters]}。按得票多少确定候选人；得票相同不能确定的，就得票相同的人再次投票。`,
  },
  parts: { seats: [namesOf(offices)] },
});

/** What one office's voting came to. */
export type PaperOutcome = PaperOffice & { readonly votes: readonly (readonly (number | null)[])[]; readonly chosen: readonly boolean[] };

/** Notice 8-2: votes of the primary and who becomes a candidate. */
export function primaryResultFill(primary: Primary, offices: readonly PaperOutcome[]): NoticeFill {
  const [first] = primary.rounds;
  const again = primary.rounds.slice(1);
  const attendance = `应到${first?.entitled ?? 0}人，参加预选${first?.ballots ?? 0}人，其中有效票${(first?.ballots ?? 0) - (first?.invalid ?? 0)}张、无效票${first?.invalid ?? 0}张${again.length === 0 ? "" : `；得票相同的，再次投票${again.length}次`}`;
  const all = offices.flatMap((office) => office.people);
  const columns = ["姓名", "得票", ...again.map((_, index) => (again.length === 1 ? "再次投票" : `第${index + 1}次再次投票`)), "结果"];
  return {
    values: { heldOn: primary.heldOn, attendance },
    parts: {
      votes: offices.map(({ plan, people, votes, chosen }): NoticeBlock => ({
        type: "table", caption: `${seatWords(plan)}（候选人名额${plan.seats + plan.margin}人）`,
        columns: columns.map((title, index) => ({ title, align: index === 0 ? "left" : "center", width: index === 0 ? 3 : 2 })),
        rows: people.map((person, place) => {
          const note = noteOf(person, all);
          return [note === null ? person.name : `${person.name}（${note}）`, ...columns.slice(1, -1).map((_, round) => String(votes[place]?.[round] ?? "")), chosen[place] === true ? "入选" : ""];
        }),
      })),
    },
  };
}
