import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Answer } from "#components/form/send-json.ts";
import { createOutbox, type Shelf } from "./outbox.ts";
import type { Visit } from "./visit.ts";

const id = (place: number): string => `00000000-0000-4000-8000-${String(place).padStart(12, "0")}`;
const registrar = id(901);
const village = id(801);

/** A browser's storage in memory. */
function shelf(): Shelf & { readonly keys: () => readonly string[] } {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (place) => [...kept.keys()][place] ?? null, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value), removeItem: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
  };
}

const visit = (place: number): Visit => ({
  id: id(100 + place), house: id(place), group: 1, at: place, newcomers: [],
  items: [{ requestId: id(200 + place), entryId: id(place), version: 2, day: "2026-03-01", how: "visit", outcome: "seen", statement: "none", livesHere: null, reports: [] }],
});

/** What a server answers that takes every item the same way. */
const answer = (visits: readonly Visit[], state: string): Answer => ({ kind: "ok", value: { items: visits.flatMap((one) => one.items.map(({ requestId }) => ({ requestId, state, version: 5 }))) } });

/** An outbox over a line that can be cut; `state` is what the server says of every item. */
function phone(on: Shelf | null, line: { cut: boolean; state?: string; heard?: Visit[] }, accountId = registrar) {
  let next = 500;
  return createOutbox({
    accountId, electionId: village, shelf: on, newId: () => id((next += 1)),
    deliver: (visits) => {
      if (line.cut) return Promise.resolve({ kind: "unreached" });
      line.heard?.push(...visits);
      return Promise.resolve(answer(visits, line.state ?? "recorded"));
    },
  });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

it("keeps what was entered without a connection through a reload, and sends it under the same ids in the same order", async () => {
  const on = shelf();
  const before = phone(on, { cut: true });
  for (const place of [1, 2, 3]) before.add(visit(place));
  await settle();
  expect(before.view().sending.kind).toBe("retrying");
  const heard: Visit[] = [];
  const after = phone(on, { cut: false, heard });
  expect(after.view().waiting.map((one) => one.id)).toEqual([1, 2, 3].map((place) => visit(place).id));
  after.retry();
  await settle();
  expect(heard).toEqual([1, 2, 3].map(visit));
  expect(after.view()).toMatchObject({ waiting: [], sending: { kind: "idle" }, uploaded: new Set([1, 2, 3].map(id)) });
  expect(on.keys()).toEqual([]);
});

it("an answer that got lost does no harm: the same item is sent again and counts as kept", async () => {
  const on = shelf();
  const line = { cut: true, state: "repeated" };
  const outbox = phone(on, line);
  outbox.add(visit(1));
  await settle();
  line.cut = false;
  outbox.retry();
  await settle();
  expect(outbox.view()).toMatchObject({ waiting: [], troubles: [] });
  expect(outbox.view().versions.get(id(1))).toBe(5);
});

it("never sends in one person's name what another entered, and says that it waits", async () => {
  const on = shelf();
  phone(on, { cut: true }).add(visit(1));
  const heard: Visit[] = [];
  const other = phone(on, { cut: false, heard }, id(902));
  other.retry();
  await settle();
  expect(heard).toEqual([]);
  expect(other.view()).toMatchObject({ waiting: [], foreign: 1 });
  const again = phone(on, { cut: false, heard });
  again.retry();
  await settle();
  expect(heard.map((one) => one.id)).toEqual([visit(1).id]);
});

it("a conflict stays until it is decided, also over a reload: mine is sent anew with the version of now", async () => {
  const on = shelf();
  const line: { cut: boolean; state: string; heard: Visit[] } = { cut: false, state: "stale", heard: [] };
  phone(on, line).add(visit(1));
  await settle();
  const after = phone(on, line);
  const [trouble] = after.view().troubles;
  expect(trouble).toMatchObject({ state: "stale", version: 5 });
  line.state = "recorded";
  if (trouble !== undefined) after.insist(trouble);
  await settle();
  expect(line.heard.at(-1)?.items[0]).toMatchObject({ entryId: id(1), version: 5, outcome: "seen" });
  expect(line.heard.at(-1)?.items[0]?.requestId).not.toBe(visit(1).items[0]?.requestId);
  expect(after.view().troubles).toEqual([]);
  expect(on.keys()).toEqual([]);
});

it("what was marked but not yet saved outlives the page too", () => {
  const on = shelf();
  const mark = { people: { [id(1)]: { meeting: "seen" as const, livesHere: null, takesPart: null, reports: [] } }, newcomers: 1 };
  phone(on, { cut: true }).mark(id(1), mark);
  const after = phone(on, { cut: true });
  expect(after.view().marks.get(id(1))).toEqual(mark);
  after.mark(id(1), { people: {}, newcomers: 0 });
  expect(on.keys()).toEqual([]);
});

it("says so when the browser keeps nothing, and goes on working", async () => {
  const full: Shelf = { length: 0, key: () => null, getItem: () => null, removeItem: () => undefined, setItem: () => { throw new Error("no space"); } };
  for (const on of [full, null]) {
    const outbox = phone(on, { cut: false });
    outbox.add(visit(1));
    await settle();
    expect(outbox.view()).toMatchObject({ keeps: false, waiting: [] });
  }
});

it("anything unreadable on the shelf counts as nothing", () => {
  const on = shelf();
  on.setItem(`visits:${registrar}:${village}:visit:x`, "{not json");
  on.setItem(`visits:${registrar}:${village}:mark:y`, JSON.stringify({ people: 3 }));
  expect(phone(on, { cut: true }).view()).toMatchObject({ waiting: [], marks: new Map() });
});
