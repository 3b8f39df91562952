import { z } from "zod";
import type { Reader } from "../database/client.ts";
import { unseal } from "../platform/crypto.ts";
import { personName } from "../platform/fields.ts";
import { personContext } from "#lib/roll/person-keys.ts";

/** How many characters of the identity number a villager gives. */
export const TAIL_LENGTH = 4;

const tail = z
  .string()
  .transform((value) => value.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase())
  .refine((value) => /^\d{3}[\dX]$/.test(value), { params: { code: "lastFourOfNumber" } });

/** What somebody gives to learn whether he is on the list: his name and the last four of his own identity number. */
export const onListInput = z.object({ name: personName, lastFour: z.string().trim().min(1).pipe(tail) });

/**
 * The answer. `unknown` says the same whether the name is missing, the number differs, or the register holds no number,
 * so that nobody learns anything about another person.
 */
export type OnListAnswer = { readonly kind: "listed"; readonly group: number } | { readonly kind: "unknown" } | { readonly kind: "notPosted" };

/** Most people of one name whose numbers are looked at. */
const namesakes = 50;

/** Whether the person with this name and number stands on the list as it is now: the posted version with its supplements. */
export async function onList(db: Reader, electionId: string, { name, lastFour }: z.output<typeof onListInput>): Promise<OnListAnswer> {
  const posted = await db.rollVersion.count({ where: { electionId } });
  if (posted === 0) return { kind: "notPosted" };
  const written = [...new Set([name, name.replaceAll(/\s/g, "")])];
  const rows = await db.rollEntry.findMany({
    where: { electionId, published: true, name: { in: written } },
    select: { groupNumber: true, person: { select: { id: true, idCipher: true } } },
    take: namesakes,
  });
  const own = rows.find(({ person }) => person.idCipher !== null && unseal(person.idCipher, personContext(person.id)).toString("utf8").endsWith(lastFour));
  return own === undefined ? { kind: "unknown" } : { kind: "listed", group: own.groupNumber };
}
