import { unreachable } from "../platform/result.ts";
import type { Next } from "./count-document.ts";

/** A contest of the vote that follows: its seats and the people who stand. */
export type FollowingContest = { readonly contest: string; readonly office: string; readonly seats: number; readonly only: "women" | null; readonly people: readonly string[] };

/** The vote that follows a determination: 再次投票, 另行选举 or 重新投票. Null: none follows by itself. */
export type FollowingVote = { readonly kind: "revote" | "runoff" | "newVote"; readonly contests: readonly FollowingContest[]; readonly by: string | null };

type Contest = { readonly contest: string; readonly office: string; readonly seats: number; readonly only: string | null; readonly people: readonly string[] };

const onlyOf = (only: string | null): "women" | null => (only === "women" ? "women" : null);

/** What the next vote is about; `contests`: those of the vote determined, with their candidates; `rerunBy`: last day of a new vote, if there is one. */
export function followingVote(next: Next, contests: readonly Contest[], rerunBy: string | null = null): FollowingVote | null {
  const find = (code: string): Contest | undefined => contests.find((one) => one.contest === code);
  switch (next.kind) {
    case "none":
    case "meetingDecides":
      return null;
    case "revote":
      return {
        kind: "revote", by: null,
        contests: next.contests.flatMap(({ contest, seats, people }) => {
          const known = find(contest);
          if (known === undefined) return [];
          const order = (person: string): number => (known.people.includes(person) ? known.people.indexOf(person) : known.people.length);
          return [{ contest, office: known.office, seats, only: onlyOf(known.only), people: [...people].sort((a, b) => order(a) - order(b)) }];
        }),
      };
    case "newVote":
      return {
        kind: "newVote", by: rerunBy,
        contests: next.contests.flatMap(({ contest }) => {
          const known = find(contest);
          return known === undefined ? [] : [{ contest, office: known.office, seats: known.seats, only: onlyOf(known.only), people: known.people }];
        }),
      };
    case "runoff":
      return {
        kind: "runoff", by: next.by,
        contests: next.contests.map(({ office, only, seats, people }) => {
          const known = contests.find((one) => one.office === office && onlyOf(one.only) === only);
          return { contest: known?.contest ?? (only === null ? office : `${office}-women`), office, seats, only, people };
        }),
      };
    default:
      return unreachable(next);
  }
}
