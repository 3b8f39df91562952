import { Worker } from "node:worker_threads";
import { z } from "zod";
import { projectRoot, workerFile } from "./root.ts";

/** A paper to render: template name, data as JSON text, time of making in whole seconds since 1970, with reading tags or not. */
export type RenderJob = { readonly template: string; readonly data: string; readonly createdAt: number; readonly tagged: boolean };

/** The PDF, or the compiler's words about why there is none. */
export type RenderAnswer = { readonly pdf: Uint8Array } | { readonly error: string };

/** The thread leaves after this long without work: it holds some 100 MB, and starts again in a third of a second. */
const IDLE_MS = 120_000;

/** What the thread is at, once the pages are laid out: writing them as PDF. */
export type RenderStage = "writing";

const answerSchema = z.union([
  z.object({ id: z.number(), stage: z.literal("writing") }),
  z.object({ id: z.number(), pdf: z.instanceof(Uint8Array) }),
  z.object({ id: z.number(), error: z.string() }),
]);

type Waiting = { readonly resolve: (answer: RenderAnswer) => void; readonly reject: (error: Error) => void; readonly onStage: ((stage: RenderStage) => void) | undefined };

/** One worker thread, started when needed. It never keeps the process alive unless a paper is being made. */
class RenderThread {
  private worker: Worker | null = null;
  private idle: NodeJS.Timeout | null = null;
  private nextId = 1;
  private readonly waiting = new Map<number, Waiting>();

  /** Renders one paper; rejects when the thread itself dies (a bug or a broken installation). */
  render(job: RenderJob, onStage?: (stage: RenderStage) => void): Promise<RenderAnswer> {
    const worker = this.start();
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, onStage });
      worker.postMessage({ id, ...job });
    });
  }

  /** Ends the thread; papers under way are refused. */
  async close(): Promise<void> {
    const worker = this.worker;
    this.forget(new Error("the renderer was closed"));
    await worker?.terminate();
  }

  private start(): Worker {
    if (this.idle) clearTimeout(this.idle);
    this.idle = null;
    if (this.worker) {
      this.worker.ref();
      return this.worker;
    }
    const root = projectRoot();
    // The program's own flags (such as those of --eval) are not for the worker.
    const options = { workerData: { root }, name: "papers", execArgv: [] };
    const worker = new Worker(/* turbopackIgnore: true */ workerFile(root), options);
    worker.on("message", (message: unknown) => this.settle(message));
    worker.on("error", (error) => this.lose(worker, error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", (code) => this.lose(worker, new Error(`the render thread ended with code ${code}`)));
    this.worker = worker;
    return worker;
  }

  private settle(message: unknown): void {
    const answer = answerSchema.parse(message);
    const waiting = this.waiting.get(answer.id);
    if ("stage" in answer) return waiting?.onStage?.(answer.stage);
    this.waiting.delete(answer.id);
    waiting?.resolve("pdf" in answer ? { pdf: answer.pdf } : { error: answer.error });
    if (this.waiting.size > 0) return;
    this.worker?.unref();
    this.idle = setTimeout(() => void this.close(), IDLE_MS).unref();
  }

  private lose(worker: Worker, error: Error): void {
    if (this.worker === worker) this.forget(error);
  }

  private forget(error: Error): void {
    if (this.idle) clearTimeout(this.idle);
    this.idle = null;
    this.worker = null;
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    for (const waiting of lost) waiting.reject(error);
  }
}

const thread = new RenderThread();

/** Renders one paper in the thread. Papers are made one after another; `onStage` hears how far it is. */
export function renderInThread(job: RenderJob, onStage?: (stage: RenderStage) => void): Promise<RenderAnswer> {
  return thread.render(job, onStage);
}

/** Ends the thread at once; the next paper starts a new one. */
export function closeRenderer(): Promise<void> {
  return thread.close();
}
