import { z } from "zod";
import { acceptances, day, flag, id, line, list, version, whole } from "../platform/fields.ts";
import { parseVillageLines } from "./rules.ts";
import { countyCode, optionalChoice, townshipCode } from "../access/model.ts";

/** A county of this installation. */
export const openCountyInput = z.object({ countyCode, countyName: line(40), provincePack: optionalChoice });

/** A township (乡镇) of a county. */
export const openTownshipInput = z.object({ countyId: id, townshipCode, townshipName: line(40) });

/** A drive (换届): all elections of a township in one term (届次). */
export const openDriveInput = z.object({
  townshipId: id,
  term: whole(1, 99),
  driveName: line(60),
  /** A demonstration, marked as such on every page. */
  demo: flag.optional(),
});

/** A village: its own code inside the township, and its name. */
export const villageRow = z.object({ villageCode: line(20), villageName: line(40) });
export type VillageRow = z.output<typeof villageRow>;

/** Villages of a township, many at once: rows, or lines pasted from a spreadsheet. */
export const addVillagesInput = z.object({
  townshipId: id,
  villages: z.preprocess((value) => (typeof value === "string" ? parseVillageLines(value) : value), z.array(villageRow).min(1).max(200)),
});

/** The elections of several villages of a drive on one day. `acceptances` gives reasons for warnings, by code. */
export const openElectionsInput = z.object({ driveId: id, villageIds: list(id).pipe(z.array(id).min(1).max(200)), electionDay: day, acceptances });

/** Another election day, while nothing about it is published. */
export const setElectionDayInput = z.object({ electionId: id, version, electionDay: day, acceptances });

/** The day on which the leaving committee's audit result was posted (2025 law, Article 40). */
export const recordAuditInput = z.object({ electionId: id, version, publishedOn: day });
