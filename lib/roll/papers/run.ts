import type { RollExport } from "./export.ts";
import { EXPORT_STAGES, makeExport, type ExportStage, type Workshop } from "./make.ts";

type Made = Awaited<ReturnType<typeof makeExport>>;

/** One making of a file: how far it is, and what comes of it. Whoever asks for the same export meanwhile shares it. */
export type ExportRun = {
  readonly result: Promise<Made>;
  /** The stages so far, then each further one as it begins; ends when the file is there. */
  readonly stages: () => AsyncGenerator<ExportStage>;
};

/** Files under way and those just made: the page that watches the progress and the browser that fetches the file meet here. */
const runs = new Map<string, ExportRun>();
const most = 4;
const KEPT_MS = 120_000;

/** Begins to make an export's file, or joins the making that is under way. */
export function runExport(one: RollExport, shop: Omit<Workshop, "onStage">): ExportRun {
  const running = runs.get(one.id);
  if (running !== undefined) return running;
  const seen: ExportStage[] = [];
  let over = false;
  let wake = Promise.withResolvers<undefined>();
  const next = (): void => {
    const waiting = wake;
    wake = Promise.withResolvers();
    waiting.resolve(undefined);
  };
  const onStage = (stage: ExportStage): void => {
    seen.push(stage);
    next();
  };
  const result = makeExport(one, { ...shop, onStage }).finally(() => {
    over = true;
    next();
    setTimeout(() => runs.delete(one.id), KEPT_MS).unref();
  });
  // Whoever awaits the result hears of a failure; without anybody it must not end the process.
  result.catch(() => runs.delete(one.id));
  async function* stages(): AsyncGenerator<ExportStage> {
    for (let at = 0; ; ) {
      const more = wake.promise;
      while (at < seen.length) yield seen[at++] ?? "reading";
      if (over) return;
      await more;
    }
  }
  const run = { result, stages };
  const oldest = runs.keys().next();
  if (runs.size >= most && !oldest.done) runs.delete(oldest.value);
  runs.set(one.id, run);
  return run;
}

/** A line of the progress: which stage of how many, counted from 1. */
export const stageLine = (stage: ExportStage): string => `${JSON.stringify({ stage, step: EXPORT_STAGES.indexOf(stage) + 1, steps: EXPORT_STAGES.length })}\n`;
