import { seatWords } from "../committee/papers.ts";
import type { SeatPlan } from "../committee/rules.ts";
import type { NoticeFill } from "../notice/template.ts";
import type { NameOrder } from "./model.ts";

/** A candidate as the notice names him: namesakes carry group and birth year. */
export type PaperCandidate = { readonly name: string; readonly sex: string; readonly groupNumber: number; readonly birthYear: number };

export const orderWords: Readonly<Record<NameOrder, string>> = { votes: "以得票多少为序", surnameStrokes: "以姓氏笔画为序", manual: "排列不分先后" };

/** What stands small behind a name: women, and what tells namesakes apart. */
export function noteOf(person: PaperCandidate, all: readonly PaperCandidate[]): string | null {
  const notes = [...(person.sex === "female" ? ["女"] : []), ...(all.filter((other) => other.name === person.name).length > 1 ? [`${person.groupNumber}组，${person.birthYear}年生`] : [])];
  return notes.length === 0 ? null : notes.join("，");
}

/** Notice 9: the formal candidates (正式候选人名单) by office, in the order of the ballot. */
export function candidateFill(contests: readonly { readonly plan: SeatPlan; readonly people: readonly PaperCandidate[] }[], order: NameOrder, through: { readonly primary: boolean; readonly vetting: boolean }): NoticeFill {
  const all = contests.flatMap((contest) => contest.people);
  return {
    values: { process: `提名推荐${through.primary ? (through.vetting ? "、预选" : "和预选") : ""}${through.vetting ? "和资格审查" : ""}`, order: orderWords[order] },
    parts: {
      candidates: [{
        type: "names",
        groups: contests.map(({ plan, people }) => ({
          title: `${seatWords(plan)}候选人（应选${plan.seats}人）`,
          names: people.map((person) => ({ name: person.name, note: noteOf(person, all) })),
        })),
      }],
    },
  };
}
