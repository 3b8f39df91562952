import { addDays } from "#lib/calendar/day.ts";
import type { NationalPack, ProvincePack } from "./pack.ts";
import { faultsOfPack, type PackFault } from "./pack-check.ts";
import { overlap } from "./pack-versions.ts";
import { NATIONAL_PACKS, PROVINCE_PACKS } from "./packs.ts";
import { REGIONS } from "./packs/regions.ts";

/** One fault in words for whoever builds the program. */
const line = (pack: string, { code, parameter, params }: PackFault): string => `${pack}: ${code} ${parameter} ${JSON.stringify(params)}`;

/** National packs must follow each other without a day between them and without a day in both. */
function succession(packs: readonly NationalPack[]): readonly string[] {
  const inOrder = [...packs].sort((one, other) => (one.inForceFrom < other.inForceFrom ? -1 : 1));
  return inOrder.slice(1).flatMap((later, index) => {
    const earlier = inOrder[index];
    if (earlier === undefined) return [];
    const follows = earlier.inForceUntil !== null && addDays(earlier.inForceUntil, 1) === later.inForceFrom;
    return follows && !overlap(earlier, later) ? [] : [`${later.id}: does not begin on the day after ${earlier.id} ends`];
  });
}

/** Every province has one pack, under an id and a region of its own. */
function coverage(packs: readonly ProvincePack[]): readonly string[] {
  const missing = REGIONS.filter(({ code }) => packs.filter((pack) => pack.region === `CN-${code}`).length !== 1).map(({ code }) => `CN-${code}: not exactly one pack`);
  const foreign = packs.filter((pack) => !pack.id.startsWith(`${pack.region}-`)).map((pack) => `${pack.id}: not an id of ${pack.region}`);
  return [...missing, ...foreign];
}

/**
 * Everything unsound about the packs that come with the program, in lines; empty when they are sound. The build stops on
 * any, and so do the tests.
 */
export function ownPackFaults(nationals: readonly NationalPack[] = NATIONAL_PACKS, provinces: readonly ProvincePack[] = PROVINCE_PACKS): readonly string[] {
  const each = [...nationals, ...provinces].flatMap((pack) => faultsOfPack(pack).map((fault) => line(pack.id, fault)));
  return [...each, ...succession(nationals), ...coverage(provinces)];
}
