import { z } from "zod";
import { day, id, optionalWhole } from "#lib/platform/fields.ts";
import { listSheet } from "#lib/roll/publish/inputs.ts";

/**
 * Files taken out of a roll: 选民登记表, 选民证, 入户通知书, the list in use on a day (使用名单), the sheet on which whoever is
 * handed a ballot signs (领票签名册), the register itself with masked numbers, statistics. Whole identity numbers are in none.
 */
export const EXPORT_FILES = [
  "registrationSheet.pdf", "voterCards.pdf", "householdNotices.pdf", "list.pdf", "list.xlsx", "signOff.pdf", "register.xlsx", "statistics.pdf", "statistics.xlsx",
] as const;
export type ExportFile = (typeof EXPORT_FILES)[number];

/** Those made of the posted list; the others can be made of any register. */
export const NEEDS_POSTING: ReadonlySet<ExportFile> = new Set(["voterCards.pdf", "householdNotices.pdf", "list.pdf", "list.xlsx", "signOff.pdf"]);
/** Those for which a day may be chosen. */
export const TAKES_DAY: ReadonlySet<ExportFile> = new Set(["list.pdf", "list.xlsx", "signOff.pdf"]);

/** What somebody asks for. `group` null: the whole village. `day`: the list in use on that day. */
export const exportInput = z.object({ electionId: id, file: z.enum(EXPORT_FILES), group: optionalWhole(0, 999), day: day.optional(), sheet: listSheet });

/** What was chosen, as kept with the export. */
export const exportChoice = z.object({ group: z.number().nullable(), day: z.iso.date(), sheet: z.string() });
export type ExportChoice = z.output<typeof exportChoice>;

/** How long the file of an export may be fetched, milliseconds: an hour. After that the roll may have changed. */
export const EXPORT_LASTS_MS = 3_600_000;
