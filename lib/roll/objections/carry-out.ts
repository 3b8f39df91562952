import type { Transaction } from "#lib/database/client.ts";
import type { RollChangeKind } from "#lib/roll/entry/change.ts";

/**
 * The granted objection that a change of the posted list carries out: of the same kind, about the same entry, or about a
 * person of that name who was on no register; the oldest that the list does not follow yet. Null when there is none.
 */
export async function carriesOut(tx: Transaction, electionId: string, kind: RollChangeKind, entry: { readonly id: string; readonly name: string }): Promise<string | null> {
  const objection = await tx.objection.findFirst({
    where: {
      electionId, kind, state: "granted", changes: { none: {} },
      OR: [{ rollEntryId: entry.id }, ...(kind === "add" ? [{ rollEntryId: null, subjectName: entry.name }] : [])],
    },
    orderBy: { number: "asc" },
    select: { id: true, rollEntryId: true },
  });
  if (objection === null) return null;
  if (objection.rollEntryId === null) await tx.objection.update({ where: { id: objection.id }, data: { rollEntryId: entry.id } });
  return objection.id;
}
