import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Answer } from "./send-json.ts";
import { createSender, type Sending } from "./sender.ts";

const taken: Answer = { kind: "ok", value: null };
const lost: Answer = { kind: "unreached" };
const refused = (message: string, signedOut = false): Answer => ({ kind: "refused", message, signedOut });

/** A sender over a line that answers as told. */
function onLine(answer: (batch: readonly string[]) => Answer, initial: readonly string[] = []) {
  const sent: (readonly string[])[] = [];
  const kept: string[] = [];
  const said: Sending<string>[] = [];
  let stored: readonly string[] = initial;
  const sender = createSender<string>(initial, {
    deliver: (batch) => {
      sent.push(batch);
      return Promise.resolve(answer(batch));
    },
    mostTogether: 3,
    longestPause: 4_000,
    delivered: (batch) => kept.push(...batch),
    told: (sending) => said.push(sending),
    queued: (waiting) => {
      stored = waiting;
    },
  });
  return { sender, sent, kept, said, stored: () => stored };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

it("sends the first at once and what piled up meanwhile together, at most as many as the server takes", async () => {
  const line = onLine(() => taken);
  for (const item of ["a", "b", "c", "d", "e"]) line.sender.put(item);
  await settle();
  expect(line.sent).toEqual([["a"], ["b", "c", "d"], ["e"]]);
  expect(line.kept).toEqual(["a", "b", "c", "d", "e"]);
  expect(line.said.at(-1)).toEqual({ kind: "idle" });
  expect(line.stored()).toEqual([]);
});

it("counts nothing as delivered before the server said so, and tries again until it does", async () => {
  let cut = true;
  const line = onLine(() => (cut ? lost : taken));
  line.sender.put("a");
  await settle();
  line.sender.put("b");
  expect(line.said.at(-1)).toEqual({ kind: "retrying", waiting: 2, item: "a" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(line.kept).toEqual([]);
  expect(line.stored()).toEqual(["a", "b"]);
  cut = false;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(line.kept).toEqual(["a", "b"]);
});

it("tries at once when the connection is back", async () => {
  let cut = true;
  const line = onLine(() => (cut ? lost : taken));
  line.sender.put("a");
  await vi.advanceTimersByTimeAsync(30_000);
  cut = false;
  line.sender.retry();
  await settle();
  expect(line.kept).toEqual(["a"]);
});

it("sends what an earlier visit left on the device", async () => {
  const line = onLine(() => taken, ["left", "over"]);
  expect(line.sent).toEqual([]);
  line.sender.retry();
  await settle();
  expect(line.sent).toEqual([["left", "over"]]);
});

it("a refused batch is taken apart: the sound ones arrive, the faulty one stops the queue with its reason", async () => {
  const line = onLine((batch) => (batch.includes("bad") ? refused("no") : taken), ["a", "bad", "c"]);
  line.sender.retry();
  await settle();
  expect(line.kept).toEqual(["a"]);
  expect(line.said.at(-1)).toEqual({ kind: "refused", waiting: 2, item: "bad", message: "no", signedOut: false });
  line.sender.change((waiting) => waiting.filter((item) => item !== "bad"));
  await settle();
  expect(line.kept).toEqual(["a", "c"]);
  expect(line.said.at(-1)).toEqual({ kind: "idle" });
});

it("an ended session stops the whole queue: nothing is tried one by one", async () => {
  let signedIn = false;
  const line = onLine(() => (signedIn ? taken : refused("sign in", true)), ["a", "b"]);
  line.sender.retry();
  await settle();
  expect(line.sent).toEqual([["a", "b"]]);
  signedIn = true;
  line.sender.retry();
  await settle();
  expect(line.kept).toEqual(["a", "b"]);
});

it("a newer word takes the place of one that still waits", async () => {
  let cut = true;
  const line = onLine(() => (cut ? lost : taken));
  line.sender.put("first");
  await settle();
  line.sender.put("second", (other) => other === "first");
  cut = false;
  line.sender.retry();
  await settle();
  expect(line.kept).toEqual(["second"]);
});
