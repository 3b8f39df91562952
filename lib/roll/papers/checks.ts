import { z } from "zod";
import type { Reader } from "#lib/database/client.ts";
import { CONTACT_OUTCOMES, CONTACT_WAYS, type ContactOutcome, type ContactWay } from "#lib/roll/contact.ts";

/** What of an entry tells how he was checked. */
type Checked = { readonly id: string; readonly category: number; readonly takesPart: boolean | null; readonly heardOn: string | null; readonly heardHow: string | null };

/** The two cells of the registration sheet: how and when he was last reached, and what he said himself; empty when that is still to be done. */
export type CheckCells = { readonly checked: string; readonly said: string };

const WAY_WORDS: Readonly<Record<ContactWay, string>> = { visit: "上门", phone: "电话", message: "书面", family: "经家属" };
const wayWords = (how: ContactWay, outcome: ContactOutcome): string => (outcome === "seen" && how === "visit" ? "见面" : WAY_WORDS[how]);

const lastSchema = z.array(z.object({ entryId: z.string(), how: z.enum(CONTACT_WAYS), outcome: z.enum(CONTACT_OUTCOMES), day: z.string() }));

/** The words of each entry's check (见到人、听到声、留下记录): somebody away by when and how he stated his wish, everybody else by the last contact. */
export async function checkCells(db: Reader, electionId: string): Promise<(entry: Checked) => CheckCells> {
  const last = lastSchema.parse(
    await db.$queryRaw`
      SELECT DISTINCT ON ("entryId") "entryId", how, outcome, day FROM "RollEvent"
      WHERE "electionId" = ${electionId} AND kind = 'contacted' AND outcome <> 'notReached' ORDER BY "entryId", day DESC, at DESC`,
  );
  const byEntry = new Map(last.map(({ entryId, how, outcome, day }) => [entryId, `${day} ${wayWords(how, outcome)}`]));
  return ({ id, category, takesPart, heardOn, heardHow }) => {
    const way = CONTACT_WAYS.find((one) => one === heardHow);
    if (category !== 2 || heardOn === null || way === undefined || takesPart === null) return { checked: byEntry.get(id) ?? "", said: "" };
    return { checked: `${heardOn} ${way === "visit" ? "见面" : WAY_WORDS[way]}`, said: takesPart ? "本人表示参加" : "本人表示不参加" };
  };
}
