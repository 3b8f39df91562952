import type { Day } from "#lib/calendar/day.ts";
import type { ProvincePack } from "./pack.ts";
import { CN_BJ_2012 } from "./packs/beijing.ts";
import { CN_HA_2011 } from "./packs/henan.ts";
import { CN_2018, CN_2025 } from "./packs/national.ts";
import { CN_SH_2020 } from "./packs/shanghai.ts";
import { UNVERIFIED_PACKS } from "./packs/unverified.ts";
import { CN_ZJ_2020 } from "./packs/zhejiang.ts";

/** National packs, newest first. */
export const NATIONAL_PACKS = [CN_2025, CN_2018] as const;
/** A pack for each of the 31 provinces: those whose measures were read in full first. */
export const PROVINCE_PACKS: readonly ProvincePack[] = [CN_ZJ_2020, CN_SH_2020, CN_BJ_2012, CN_HA_2011, ...UNVERIFIED_PACKS];

export type NationalPackId = (typeof NATIONAL_PACKS)[number]["id"];

/** The national pack with this id, or null. */
export function nationalPack(id: string): (typeof NATIONAL_PACKS)[number] | null {
  return NATIONAL_PACKS.find((pack) => pack.id === id) ?? null;
}

/** The province pack with this id that comes with the program, or null. */
export function provincePack(id: string): ProvincePack | null {
  return PROVINCE_PACKS.find((pack) => pack.id === id) ?? null;
}

/**
 * The national pack for an election whose first vote is on the given day. Elections before the oldest pack count as
 * under it: its text goes back to 2010 but for the length of the term.
 */
export function nationalPackOn(firstVoteOn: Day): (typeof NATIONAL_PACKS)[number] {
  return firstVoteOn >= CN_2025.inForceFrom ? CN_2025 : CN_2018;
}
