import { lawFor, type Law } from "../law/law.ts";
import { provincePack } from "../law/packs.ts";
import { villageParametersSchema } from "../law/parameters.ts";

/** What of a case decides which law holds for it. */
export type LawRow = { readonly electionDay: string; readonly provincePack: string | null; readonly parameters: unknown };

/** Columns of `Election` that `electionLaw` reads. */
export const lawFields = { electionDay: true, provincePack: true, parameters: true } as const;

/**
 * The law of a case: the national pack of its first vote's day, over it the province's measures, over them the
 * village's own method. A province without a checked pack has the national values.
 */
export function electionLaw(row: LawRow): Law {
  const province = row.provincePack !== null && provincePack(row.provincePack) !== null ? row.provincePack : null;
  const parameters = villageParametersSchema.safeParse(row.parameters);
  const merged = lawFor({ firstVoteOn: row.electionDay, province, parameters: parameters.success ? parameters.data : {} });
  if (merged.ok) return merged.value;
  const plain = lawFor({ firstVoteOn: row.electionDay, province, parameters: {} });
  if (!plain.ok) throw new Error(`no law for an election on ${row.electionDay}`);
  return plain.value;
}
