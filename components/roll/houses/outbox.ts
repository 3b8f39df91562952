import { z } from "zod";
import type { Answer } from "#components/form/send-json.ts";
import { createSender, type Sending } from "#components/form/sender.ts";
import { contactOnly, houseMarkSchema, noHouseMark, visitSchema, type HouseMark, type Visit, type VisitItem } from "./visit.ts";

/** What the outbox needs of the browser's storage. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** What the server says of an item: kept, kept before, changed by somebody meanwhile, list closed, no such entry. */
const answerSchema = z.object({ items: z.array(z.object({ requestId: z.string(), state: z.enum(["recorded", "repeated", "stale", "closed", "gone"]), version: z.number().int() })) });
type ItemState = z.output<typeof answerSchema>["items"][number]["state"];

const troubleSchema = z.object({ item: visitSchema.shape.items.element, house: z.uuid(), group: z.number().int(), state: z.enum(["stale", "closed", "gone"]), version: z.number().int() });
/** An item that a person has to decide about. `version`: the entry's as the server has it. */
export type Trouble = z.output<typeof troubleSchema>;

/** What the phone has and how it stands; a new object after each change. */
export type OutboxView = {
  readonly waiting: readonly Visit[];
  readonly troubles: readonly Trouble[];
  readonly sending: Sending<Visit>;
  /** Households whose visit the server has acknowledged since the page was opened. */
  readonly uploaded: ReadonlySet<string>;
  /** Items that the server has taken, oldest first: the page that was loaded before does not show them yet. */
  readonly taken: readonly VisitItem[];
  readonly marks: ReadonlyMap<string, HouseMark>;
  /** Newest versions of entries that the server told. */
  readonly versions: ReadonlyMap<string, number>;
  /** Visits of other accounts that wait on this device; they are never sent in this one's name. */
  readonly foreign: number;
  /** False when the browser keeps nothing (private window, full storage). */
  readonly keeps: boolean;
};

export type OutboxParts = {
  readonly accountId: string;
  readonly electionId: string;
  readonly shelf: Shelf | null;
  readonly deliver: (visits: readonly Visit[]) => Promise<Answer>;
  readonly newId: () => string;
};

export type Outbox = {
  readonly view: () => OutboxView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly mark: (house: string, mark: HouseMark) => void;
  readonly add: (visit: Visit) => void;
  readonly retry: () => void;
  /** Sends an item again that was held up because somebody changed the entry: mine counts. */
  readonly insist: (trouble: Trouble) => void;
  /** Leaves the entry as the server has it; that the person was met is still told. */
  readonly yield: (trouble: Trouble) => void;
  /** Gives a visit up that the server refuses as a whole. */
  readonly drop: (visit: Visit) => void;
};

/** Visits sent at once: about two hundred people. */
const mostTogether = 40;
/** A phone without network is not kept awake by trying; its own word that the network is back comes at once. */
const longestPause = 30_000;
const root = "visits:";

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Keeps things under one prefix of the shelf; a shelf that refuses only means that nothing outlives the page. */
function drawerOf(shelf: Shelf | null, prefix: string) {
  const keys = (): readonly string[] => (shelf === null ? [] : Array.from({ length: shelf.length }, (_, place) => shelf.key(place) ?? "").filter((key) => key.startsWith(prefix)));
  return {
    entries: <Schema extends z.ZodType>(schema: Schema): readonly (readonly [string, z.output<Schema>])[] => keys().flatMap((key) => {
      const read = schema.safeParse(jsonOf(shelf?.getItem(key) ?? null));
      return read.success ? [[key.slice(prefix.length), read.data] as const] : [];
    }),
    put: (id: string, value: unknown): boolean => {
      try {
        shelf?.setItem(prefix + id, JSON.stringify(value));
        return shelf !== null;
      } catch {
        return false;
      }
    },
    remove: (id: string): void => shelf?.removeItem(prefix + id),
  };
}

/** Visits that other accounts left on this device. */
function foreignVisits(shelf: Shelf | null, accountId: string): number {
  if (shelf === null) return 0;
  return Array.from({ length: shelf.length }, (_, place) => shelf.key(place) ?? "").filter((key) => key.startsWith(root) && key.split(":")[3] === "visit" && key.split(":")[1] !== accountId).length;
}

/**
 * What a registrar has entered at doors, kept on the device under his own account until the server has acknowledged it.
 * Ids and outcomes only: a phone that is lost tells nobody's name.
 */
export function createOutbox({ accountId, electionId, shelf, deliver, newId }: OutboxParts): Outbox {
  const drawer = (kind: string) => drawerOf(shelf, `${root}${accountId}:${electionId}:${kind}:`);
  const visits = drawer("visit");
  const troubles = drawer("trouble");
  const marks = drawer("mark");
  const left = visits.entries(visitSchema).map(([, visit]) => visit).toSorted((first, second) => first.at - second.at);
  const listeners = new Set<() => void>();
  let view: OutboxView = {
    waiting: left, troubles: troubles.entries(troubleSchema).map(([, trouble]) => trouble), sending: left.length === 0 ? { kind: "idle" } : { kind: "sending", waiting: left.length }, uploaded: new Set(), taken: [],
    marks: new Map(marks.entries(houseMarkSchema)), versions: new Map(), foreign: foreignVisits(shelf, accountId), keeps: shelf !== null,
  };
  const set = (change: Partial<OutboxView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };

  const settle = (sent: readonly Visit[], value: unknown): void => {
    const read = answerSchema.safeParse(value);
    const answers = new Map<string, { readonly state: ItemState; readonly version: number }>(read.success ? read.data.items.map((item) => [item.requestId, item]) : []);
    const items = sent.flatMap((visit) => visit.items.map((item) => ({ item, visit, answer: answers.get(item.requestId) })));
    const held = items.flatMap(({ item, visit, answer }): readonly Trouble[] =>
      answer === undefined || answer.state === "recorded" || answer.state === "repeated" ? [] : [{ item, house: visit.house, group: visit.group, state: answer.state, version: answer.version }]);
    for (const trouble of held) troubles.put(trouble.item.requestId, trouble);
    for (const visit of sent) visits.remove(visit.id);
    set({
      uploaded: new Set([...view.uploaded, ...sent.map((visit) => visit.house)]),
      taken: [...view.taken, ...items.filter(({ item }) => !held.some((trouble) => trouble.item === item)).map(({ item }) => item)],
      troubles: [...view.troubles, ...held],
      versions: new Map([...view.versions, ...items.flatMap(({ item, answer }) => (answer === undefined ? [] : [[item.entryId, answer.version] as const]))]),
    });
  };
  const sender = createSender<Visit>(left, { deliver, mostTogether, longestPause, delivered: settle, told: (sending) => set({ sending }), queued: (waiting) => set({ waiting }) });

  const add = (visit: Visit): void => {
    const keeps = visits.put(visit.id, visit);
    if (keeps !== view.keeps) set({ keeps });
    sender.put(visit);
  };
  const resend = (trouble: Trouble, item: VisitItem): void => add({ id: newId(), house: trouble.house, group: trouble.group, at: Date.now(), items: [item], newcomers: [] });
  const forget = (trouble: Trouble): void => {
    troubles.remove(trouble.item.requestId);
    set({ troubles: view.troubles.filter((one) => one !== trouble) });
  };
  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    mark: (house, mark) => {
      const others = [...view.marks].filter(([id]) => id !== house);
      const empty = JSON.stringify(mark) === JSON.stringify(noHouseMark);
      if (empty) marks.remove(house);
      set({ marks: new Map(empty ? others : [...others, [house, mark] as const]), ...(empty ? {} : { keeps: marks.put(house, mark) }) });
    },
    add,
    retry: sender.retry,
    insist: (trouble) => {
      resend(trouble, { ...trouble.item, requestId: newId(), version: trouble.version });
      forget(trouble);
    },
    yield: (trouble) => {
      const contact = trouble.state === "stale" ? contactOnly(trouble.item, newId(), trouble.version) : null;
      if (contact !== null) resend(trouble, contact);
      forget(trouble);
    },
    drop: (visit) => {
      visits.remove(visit.id);
      sender.change((waiting) => waiting.filter((one) => one.id !== visit.id));
    },
  };
}
