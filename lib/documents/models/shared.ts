import { z } from "zod";

/** Text that may be empty (a table's cell); control characters other than a line end have no place on paper. */
export const cell = z.string().regex(/^(?:\n|\P{Cc})*$/u, "control characters cannot be printed");

/** Text of one line or more as people type it, not empty. */
export const words = cell.min(1);

/** A civil day in the village, `YYYY-MM-DD`; printed as 2026年3月15日. */
export const day = z.iso.date();

/** A number of votes, ballots or people: whole, 0 or more. */
export const count = z.number().int().min(0);

/** Which village and which term (届次, such as 第十二届) a paper belongs to. */
export const caseHead = z.object({ village: words, term: words });

/**
 * What proves a paper (校验码): the first 20 characters of the ledger head's base32 hash, printed in groups of four, and
 * the text of the QR code (address or whole fingerprint). Null where a paper is made before anything is recorded.
 */
export const proof = z
  .object({ fingerprint: z.string().regex(/^[A-Z2-7]{20}$/), qr: z.string().min(1).max(600) })
  .nullable();

/** 男 or 女. */
export const sex = z.enum(["male", "female"]);

/** The kind of polling a paper is for; printed as 再次投票, 另行选举, 重新选举; a first vote has no word. */
export const voteKind = z.enum(["regular", "revote", "runoff", "newVote"]);
