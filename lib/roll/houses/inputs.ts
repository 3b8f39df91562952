import { z } from "zod";
import { id, line, version } from "#lib/platform/fields.ts";

/** How the desk settles a report from a door: it is so (属实), or it is not (不属实). */
export const SETTLEMENTS = ["confirmed", "mistaken"] as const;

export const settleReportInput = z.object({ reportId: id, version, settlement: z.enum(SETTLEMENTS), note: line(200) });
