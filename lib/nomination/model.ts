import { z } from "zod";
import { rows } from "../election/rows.ts";
import { CANDIDATE_BARS } from "../law/parameters.ts";
import { acceptances, day, flag, id, line, list, optionalDay, optionalLine, optionalWhole, paragraph, version, whole } from "../platform/fields.ts";

/**
 * Who proposed a nominee: the voters by ballot (提名票), some of them jointly (联名), the village Party organisation (2025
 * law, Article 18), or himself (自荐).
 */
export const nomineeSources = ["voters", "joint", "party", "self"] as const;
export type NomineeSource = (typeof nomineeSources)[number];

/** Standing of a nomination; `notSelected`: enough others had more votes. */
export const nomineeStates = ["nominated", "withdrawn", "barred", "candidate", "notSelected"] as const;
export type NomineeState = (typeof nomineeStates)[number];

/** Near relatives (近亲属): 配偶, 父母子女, 兄弟姐妹, 祖孙 (民法典 1045). */
export const relations = ["spouse", "parentChild", "sibling", "grandparent"] as const;
export type Relation = (typeof relations)[number];

/** Order of names on list and ballot: by votes, by surname strokes, or as fixed by hand. */
export const nameOrders = ["votes", "surnameStrokes", "manual"] as const;
export type NameOrder = (typeof nameOrders)[number];

/** How the nomination was held: ballots that came back bound every nominee's votes. */
export const recordNominationInput = z.object({ electionId: id, version, heldOn: day, place: line(60), ballots: whole(1, 1_000_000) });

const contest = z.enum(["chair", "viceChair", "woman", "member"]);

/** One nominee as typed: a person of the published list, office, votes, who proposed him. */
export const nomineeRow = z.object({ person: line(80), contest, votes: optionalWhole(0, 1_000_000), source: z.enum(nomineeSources) });

/** Why a nominee left: in writing, refused when asked, or entered by mistake. */
export const withdrawCauses = ["withdrew", "mistake"] as const;

export const addNomineesInput = z.object({ electionId: id, nominees: rows(nomineeRow, ["person", "votes"], 60) });

/** Other votes or another source than first entered, while nothing is published. */
export const changeNomineeInput = z.object({ nomineeId: id, version, votes: whole(0, 1_000_000), source: z.enum(nomineeSources) });

/** A nominee withdraws in writing (`withdrewOn`: day on which the paper came), or the nomination was entered by mistake. */
export const withdrawNomineeInput = z
  .object({ nomineeId: id, version, cause: z.enum(withdrawCauses), withdrewOn: optionalDay, note: optionalLine(200) })
  .refine((input) => input.cause !== "withdrew" || input.withdrewOn !== null, { path: ["withdrewOn"], params: { code: "required" } });

/** Written consent (接受提名) of several nominees at once, or one nominee's refusal. */
export const recordConsentsInput = z.object({ electionId: id, nominees: list(id).pipe(z.array(id).min(1).max(200)), consentOn: day });
export const refuseNominationInput = z.object({ nomineeId: id, version, consentOn: day });

/** Who votes in the primary (预选): registered voters, or members of the representatives' meeting. */
export const primaryVoters = ["electors", "representatives"] as const;
export type PrimaryVoters = (typeof primaryVoters)[number];

const clock = z.string().trim().min(1).refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), { params: { code: "invalidDate" } });

/** The primary's method: who votes, when, where; `entitled`: members of the meeting, unused where all voters vote. */
export const setPrimaryInput = z.object({
  electionId: id, version, voters: z.enum(primaryVoters), heldOn: day, fromTime: clock, toTime: clock, place: line(60), entitled: optionalWhole(1, 1_000_000),
});

/** A voting of the primary: who took part, and votes by nominee; a field left empty means not voted on. */
export const recordRoundInput = z.object({
  electionId: id, version, heldOn: day, ballots: whole(1, 1_000_000), invalid: whole(0, 1_000_000),
  votes: z.record(z.string(), optionalWhole(0, 1_000_000)).optional().transform((votes) => votes ?? {}),
  acceptances,
});
export const removeRoundInput = z.object({ electionId: id, version });

/** Candidates met the villagers (候选人与村民见面): day, place, attendance, who of them spoke. */
export const recordIntroductionInput = z.object({
  electionId: id, heldOn: day, place: line(60), attendance: whole(1, 1_000_000), nominees: list(id).pipe(z.array(id).min(1).max(200)), note: optionalLine(300), acceptances,
});
export const removeIntroductionInput = z.object({ meetingId: id });

/** Written statements (竞职陈述) of several candidates were checked on a day. */
export const checkStatementsInput = z.object({ electionId: id, nominees: list(id).pipe(z.array(id).min(1).max(200)), checkedOn: day });

/** Notice 8: in which order the first nominees stand, and until when objections are heard. */
export const nomineesExtra = z.object({ order: z.enum(["votes", "surnameStrokes"]), objectionsUntil: day });

/** The vetting (资格审查) of one person: a yes or no to each bar of the law, with ground, by whom, when. */
export const vetNomineeInput = z.object({
  nomineeId: id,
  version,
  bars: z.partialRecord(z.enum(CANDIDATE_BARS), z.enum(["yes", "no"])).optional().transform((answers) => answers ?? {}),
  ground: z.union([z.literal("").transform(() => null), z.undefined().transform(() => null), paragraph(500)]),
  vettedBy: line(80),
  vettedOn: day,
});

/** Several nominees at once in whom the departments found no bar. */
export const vetClearInput = z.object({ electionId: id, nominees: list(id).pipe(z.array(id).min(1).max(200)), vettedBy: line(80), vettedOn: day, confirmed: flag.refine((yes) => yes, { params: { code: "confirmNeeded" } }) });

/** Two people of the list are near relatives. */
export const recordKinshipInput = z.object({ electionId: id, first: line(80), second: line(80), relation: z.enum(relations) });
export const removeKinshipInput = z.object({ kinshipId: id });

/** The formal list (正式候选人名单): order of names, places fixed by hand, reasons for warnings. */
export const publishCandidatesInput = z.object({
  electionId: id,
  version,
  order: z.enum(nameOrders),
  places: z.record(z.string(), z.string()).optional().transform((places) => places ?? {}),
  acceptances,
});

/** Opens the books of a first vote without candidates (提名与投票合并进行). */
export const prepareOpenVoteInput = z.object({ electionId: id, version, acceptances });
