import type { Reader } from "../database/client.ts";
import { announcedDetermination, determinationsOf, resultView, type ResultView } from "../result/queries.ts";

type Line = Awaited<ReturnType<typeof determinationsOf>>[number];

/** An announced result and the other announced ones of the same election. */
export type AnnouncedResult = { readonly view: ResultView; readonly others: readonly Line[] };

/** How many results are kept in memory. An announced determination never changes; what may change is who comes after it. */
const capacity = 64;
const kept = new Map<string, ResultView>();

/** The newest announced result of an election, or the one asked for when it was announced. Null when there is none. */
export async function announcedResult(db: Reader, electionId: string, wanted: string | null): Promise<AnnouncedResult | null> {
  const announced = (await determinationsOf(db, electionId)).filter((line) => line.announcedAt !== null);
  const id = wanted === null ? await announcedDetermination(db, electionId) : (announced.find((line) => line.id === wanted)?.id ?? null);
  if (id === null) return null;
  const view = await remembered(db, id, announced[0]?.id === id);
  return view === null ? null : { view, others: announced.filter((line) => line.id !== id) };
}

/** A view read once; its ballots need not be tallied again for each visitor. */
async function remembered(db: Reader, id: string, newest: boolean): Promise<ResultView | null> {
  const known = kept.get(id);
  if (known !== undefined) return { ...known, newest };
  const view = await resultView(db, id);
  if (view === null || view.announcedAt === null) return null;
  const oldest = kept.keys().next();
  if (kept.size >= capacity && !oldest.done) kept.delete(oldest.value);
  kept.set(id, view);
  return { ...view, newest };
}
