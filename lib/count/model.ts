import { z } from "zod";
import { acceptances, id, line, paragraph, version, whole } from "../platform/fields.ts";

/** Ballots in a bundle (票捆) unless told otherwise. */
export const usualBundleSize = 50;

/** Why a whole paper is invalid (整张废票) whatever is marked on it: not of this vote's print, no seal (公章), nothing readable. */
export const invalidGrounds = ["wrongPaper", "sealMissing", "unreadable"] as const;
export type InvalidGround = (typeof invalidGrounds)[number];

const names = z.array(id).max(40).readonly();

/** What stands in one contest block (职位栏): marks for candidates and written-in names (另选他人), nothing, or nothing that can be read. */
export const blockMarks = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("marked"), candidates: names, written: names }).readonly(),
  z.strictObject({ kind: z.literal("blank") }).readonly(),
  z.strictObject({ kind: z.literal("unreadable") }).readonly(),
]);
export type BlockMarks = z.output<typeof blockMarks>;

/** What one person read from one paper: candidates by candidate id, written-in names by the id of the name. Blocks by contest code. */
export const paperMarks = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("invalid"), ground: z.enum(invalidGrounds) }).readonly(),
  z.strictObject({ kind: z.literal("blocks"), blocks: z.record(line(40), blockMarks).readonly() }).readonly(),
]);
export type PaperMarks = z.output<typeof paperMarks>;

/** A candidate on the sheet. */
export type FormCandidate = { readonly id: string; readonly personId: string; readonly name: string };

/** One contest block of the sheet: the office's code, its seats (应选人数) and its candidates in printed order. */
export type FormContest = { readonly contest: string; readonly office: string; readonly seats: number; readonly only: string | null; readonly candidates: readonly FormCandidate[] };

/** The sheet of a vote (选票式样), contests in printed order. */
export type BallotForm = readonly FormContest[];

/** States of a bundle as stored; `reopened` (重新打开) is `empty` in a later round. See docs/state-charts.md. */
export const bundleStates = ["empty", "firstEntry", "firstDone", "secondEntry", "compared", "settled"] as const;
export type BundleState = (typeof bundleStates)[number];

/** The two entries (第一次录入, 第二次录入). */
export type Pass = 1 | 2;

const pass = z.union([z.literal(1), z.literal(2)]);

export const planBundlesInput = z.object({ voteId: id, version, size: whole(1, 200), papers: whole(1, 100_000), acceptances });
export const claimEntryInput = z.object({ bundleId: id });
export const saveReadingInput = z.object({ bundleId: id, pass, paper: whole(1, 200), marks: paperMarks });
export const saveReadingsInput = z.object({ bundleId: id, pass, papers: z.array(z.object({ paper: whole(1, 200), marks: paperMarks })).min(1).max(200) });
export const finishEntryInput = z.object({ bundleId: id, pass });
export const releaseEntryInput = z.object({ bundleId: id, version, reason: paragraph(500) });
export const settlePaperInput = z.object({ bundleId: id, paper: whole(1, 200), marks: paperMarks, reason: paragraph(500) });
export const askReopenInput = z.object({ bundleId: id, version, reason: paragraph(500) });
export const answerReopenInput = z.object({ bundleId: id, version, answer: z.enum(["confirm", "decline"]) });
export const addWrittenNameInput = z.object({ voteId: id, text: line(50).optional(), rollEntryId: id.optional() });
export const mergeWrittenNameInput = z.object({ writtenNameId: id, rollEntryId: id });
export const writtenNameInput = z.object({ writtenNameId: id });

/** The number written on a paper (纸面编号): bundle and place in it, 07-23. */
export const paperNumber = (bundle: number, paper: number): string => `${String(bundle).padStart(2, "0")}-${String(paper).padStart(2, "0")}`;
