import type { Answer } from "./send-json.ts";

/** How sending stands: everything acknowledged, on its way, no answer (trying again), or refused for good with the reason. */
export type Sending<Item> =
  | { readonly kind: "idle" }
  | { readonly kind: "sending"; readonly waiting: number }
  | { readonly kind: "retrying"; readonly waiting: number; readonly item: Item }
  | { readonly kind: "refused"; readonly waiting: number; readonly item: Item; readonly message: string; readonly signedOut: boolean };

export type SenderParts<Item> = {
  /** Sends items together; the server takes all of them or none. */
  readonly deliver: (batch: readonly Item[]) => Promise<Answer>;
  /** Items sent at once when several wait. */
  readonly mostTogether: number;
  /** Longest pause between two attempts, milliseconds. */
  readonly longestPause: number;
  /** The server acknowledged these items with this value. Called before the queue is looked at again. */
  readonly delivered: (batch: readonly Item[], value: unknown) => void;
  readonly told: (sending: Sending<Item>) => void;
  /** Hears of every change of what waits, e.g. to keep it on the device. */
  readonly queued?: (waiting: readonly Item[]) => void;
};

export type Sender<Item> = {
  /** Puts an item at the end; waiting items that it takes the place of are left out. */
  readonly put: (item: Item, replaces?: (other: Item) => boolean) => void;
  /** Changes what waits, e.g. after an answer or to give an item up. */
  readonly change: (edit: (waiting: readonly Item[]) => readonly Item[]) => void;
  /** Tries at once: after a refusal, or when the connection is back. */
  readonly retry: () => void;
  readonly waiting: () => readonly Item[];
};

const firstPause = 500;

/**
 * Sends items one batch after another and tries again until an answer comes. An item counts as delivered only when the
 * server said so. Several that were refused together are sent one by one, so that only the faulty one stops the queue.
 */
export function createSender<Item>(initial: readonly Item[], parts: SenderParts<Item>): Sender<Item> {
  let queue = initial;
  let busy = false;
  let wake: () => void = () => undefined;
  let trouble: "none" | "retrying" | "refused" = "none";

  const set = (next: readonly Item[]): void => {
    queue = next;
    parts.queued?.(queue);
  };
  const tell = (sending: Sending<Item>): void => {
    trouble = sending.kind === "retrying" || sending.kind === "refused" ? sending.kind : "none";
    parts.told(sending);
  };
  const tellProgress = (): void => tell(queue.length === 0 ? { kind: "idle" } : { kind: "sending", waiting: queue.length });
  const rest = (pause: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    let pause = firstPause;
    let together = true;
    for (let [item] = queue; item !== undefined; [item] = queue) {
      const batch = queue.slice(0, together ? parts.mostTogether : 1);
      const answer = await parts.deliver(batch);
      if (answer.kind === "ok") {
        set(queue.filter((one) => !batch.includes(one)));
        parts.delivered(batch, answer.value);
        tellProgress();
        pause = firstPause;
      } else if (answer.kind === "refused" && batch.length > 1 && !answer.signedOut) {
        together = false;
      } else if (answer.kind === "refused") {
        tell({ kind: "refused", waiting: queue.length, item, message: answer.message, signedOut: answer.signedOut });
        break;
      } else {
        tell({ kind: "retrying", waiting: queue.length, item });
        await rest(pause);
        pause = Math.min(pause * 2, parts.longestPause);
      }
    }
    busy = false;
  };

  return {
    put: (item, replaces) => {
      set([...(replaces === undefined ? queue : queue.filter((other) => !replaces(other))), item]);
      const [first = item] = queue;
      tell(trouble === "retrying" ? { kind: "retrying", waiting: queue.length, item: first } : { kind: "sending", waiting: queue.length });
      void work();
    },
    change: (edit) => {
      set(edit(queue));
      if (!busy) tellProgress();
      void work();
    },
    retry: () => {
      wake();
      void work();
    },
    waiting: () => queue,
  };
}
