import { z } from "zod";
import { day, id, line, version } from "../platform/fields.ts";

/** Longest text of a pack, in characters: three times the fullest one. */
export const PACK_TEXT_MAX = 200_000;

/** A pack as uploaded: the text of its file. */
export const uploadPackInput = z.object({
  countyId: id,
  file: z.string().min(1).refine((text) => text.length <= PACK_TEXT_MAX, { params: { code: "packTooLong" } }),
});

/** The program's own pack that a county's elections follow from now on. */
export const choosePackInput = z.object({ countyId: id, packId: line(30) });

/** An uploaded pack that becomes a version, or is thrown away. */
export const uploadInput = z.object({ uploadId: id });

/** The packs that an officer was shown, by their hashes: what is confirmed is what was seen. */
export const moveElectionInput = z.object({ electionId: id, version, packs: line(140) });

/** Who passes a village's method: 村民会议 or 村民代表会议. */
export const methodPassers = ["assembly", "representatives"] as const;
export type MethodPasser = (typeof methodPassers)[number];

/** A village's own method: a word or a number by parameter, empty where the packs' value stays. */
export const setMethodInput = z.object({
  electionId: id,
  version,
  passedOn: day,
  passedBy: z.enum(methodPassers),
  method: z.record(z.string(), z.string().trim()).optional().transform((method) => method ?? {}),
});
