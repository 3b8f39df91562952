import { chineseDay } from "../chinese/numerals.ts";
import { lawWords, seatWords, type PaperCase } from "../committee/papers.ts";
import type { SeatPlan } from "../committee/rules.ts";
import type { NoticeBlock } from "../documents/models/notice.ts";
import type { NameOrder } from "./model.ts";

/** A candidate as the notice names him: namesakes carry group and birth year. */
export type PaperCandidate = { readonly name: string; readonly sex: string; readonly groupNumber: number; readonly birthYear: number };

const orderWords: Readonly<Record<NameOrder, string>> = { votes: "以得票多少为序", surnameStrokes: "以姓氏笔画为序", manual: "排列不分先后" };

function noteOf(person: PaperCandidate, all: readonly PaperCandidate[]): string | null {
  const notes = [...(person.sex === "female" ? ["女"] : []), ...(all.filter((other) => other.name === person.name).length > 1 ? [`${person.groupNumber}组，${person.birthYear}年生`] : [])];
  return notes.length === 0 ? null : notes.join("，");
}

/** Notice 9: the formal candidates (正式候选人名单) by office, in the order of the ballot. */
export function candidateBlocks(one: PaperCase, contests: readonly { readonly plan: SeatPlan; readonly people: readonly PaperCandidate[] }[], order: NameOrder, vetted: boolean): readonly NoticeBlock[] {
  const all = contests.flatMap((contest) => contest.people);
  return [
    { type: "paragraph", text: `根据${lawWords(one.law, 15, 18)}的规定，经提名推荐${vetted ? "和资格审查" : ""}，现将${one.village}${one.term}村民委员会换届选举正式候选人名单公布如下（${orderWords[order]}）：` },
    {
      type: "names",
      groups: contests.map(({ plan, people }) => ({
        title: `${seatWords(plan)}候选人（应选${plan.seats}人）`,
        names: people.map((person) => ({ name: person.name, note: noteOf(person, all) })),
      })),
    },
    { type: "paragraph", text: `选举日为${chineseDay(one.electionDay)}。登记参加选举的村民可以对候选人投赞成票、反对票，可以另选他人，也可以弃权。` },
  ];
}
