import type { Office } from "../law/parameters.ts";

/** Chinese words of an office, for papers. */
export const officeWords: Readonly<Record<Office, string>> = { chair: "主任", viceChair: "副主任", member: "委员" };

/** The five phases, in the order of the day. */
export const phases = ["committee", "roll", "nomination", "ballot", "count"] as const;
export type Phase = (typeof phases)[number];

/** Kinds of a vote (一次投票): 投票选举, 再次投票, 另行选举, 重新投票. */
export const voteKinds = ["regular", "revote", "runoff", "newVote"] as const;
export type VoteKind = (typeof voteKinds)[number];

/** States of a vote, in order. */
export const voteStates = ["preparing", "open", "closed", "counting", "determined"] as const;
export type VoteState = (typeof voteStates)[number];

/** Sex as the register states it. */
export const sexes = ["male", "female"] as const;
export type Sex = (typeof sexes)[number];
