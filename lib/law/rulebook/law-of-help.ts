import { lawFor, type Law } from "../law.ts";
import { NATIONAL_PACKS } from "../packs.ts";

/** The national law in force today without any province's measures: what help pages and printed sheets cite. */
export function nationalLaw(): Law {
  const [newest] = NATIONAL_PACKS;
  const law = lawFor({ firstVoteOn: newest.inForceFrom, province: null, parameters: {} });
  if (!law.ok) throw new Error("the newest national pack is not sound");
  return law.value;
}
