import { z } from "zod";
import { firstBreak, genesis, type Break, type Link } from "./chain.ts";

/** What reading a chain needs of a database: rows of a statement with numbered parameters. */
export type Query = (statement: string, parameters: readonly unknown[]) => Promise<readonly unknown[]>;

/** A chain as checked: its length and newest hash, and the first broken entry when there is one. */
export type ChainReport = { readonly scope: string; readonly entries: number; readonly hash: string; readonly broken: Break | null };

const headRows = z.array(z.object({ scope: z.string(), sequence: z.int(), hash: z.string() }));
const linkRows = z.array(
  z.object({
    scope: z.string(), sequence: z.int(), at: z.string(), actor: z.string(), command: z.string(), payload: z.string(), previousHash: z.string(), hash: z.string(),
  }),
);
const scopeRows = z.array(z.object({ scope: z.string() }));

/** Entries read at a time; a chain of any length needs little memory. */
const block = 2000;

/** Checks every chain of the database in order of their names, and chains that have entries but no head. */
export async function* verifyAll(query: Query): AsyncGenerator<ChainReport> {
  const heads = headRows.parse(await query('SELECT scope, sequence, hash FROM "LedgerHead" ORDER BY scope', []));
  for (const head of heads) yield await verifyChain(query, head);
  const known = new Set(heads.map((head) => head.scope));
  for (const { scope } of scopeRows.parse(await query('SELECT DISTINCT scope FROM "LedgerEntry" ORDER BY scope', []))) {
    if (!known.has(scope)) yield { scope, entries: 0, hash: "", broken: { scope, sequence: 0, reason: "head" } };
  }
}

/** Walks one chain from its first entry to its stored head. */
async function verifyChain(query: Query, head: z.output<typeof headRows>[number]): Promise<ChainReport> {
  let last: Link | null = null;
  for (;;) {
    const links: readonly Link[] = linkRows.parse(
      await query(
        'SELECT scope, sequence, at, actor, command, payload, "previousHash", hash FROM "LedgerEntry" WHERE scope = $1 AND sequence > $2 ORDER BY sequence LIMIT $3',
        [head.scope, last?.sequence ?? 0, block],
      ),
    );
    const broken = firstBreak(links, null, last);
    if (broken !== null) return { scope: head.scope, entries: last?.sequence ?? 0, hash: last?.hash ?? "", broken };
    last = links.at(-1) ?? last;
    if (links.length < block) return { scope: head.scope, entries: last?.sequence ?? 0, hash: head.hash, broken: headBreak(head, last) };
  }
}

/** The head must name the last entry: entries cut off at the end, or a head moved by hand, show here. */
function headBreak(head: z.output<typeof headRows>[number], last: Link | null): Break | null {
  const [sequence, hash] = last === null ? [0, genesis] : [last.sequence, last.hash];
  return head.sequence === sequence && head.hash === hash ? null : { scope: head.scope, sequence, reason: "head" };
}
