import type { BallotForm, BlockMarks, InvalidGround, PaperMarks } from "#lib/count/model.ts";

/** What has been keyed for one block so far; null: nothing yet. */
export type PadBlock = BlockMarks | null;

/** The paper being entered. */
export type Pad = {
  readonly blocks: readonly PadBlock[];
  /** The whole paper is invalid on this ground. */
  readonly ground: InvalidGround | null;
  /** Index of the contest block that B, U and W speak of. */
  readonly active: number;
  readonly before: readonly Omit<Pad, "before">[];
};

/** Keys that mark candidates, in the order of the sheet; letters that do something else are left out. */
const candidateKeys = [..."1234567890ACDEFHIJKLMNOPQRSTVYZ"];

/** One candidate with his key and his place on the sheet. */
export type KeyedCandidate = { readonly key: string; readonly contest: number; readonly candidateId: string };

/** Keys of all candidates across the contests. */
export const keysOf = (form: BallotForm): readonly KeyedCandidate[] =>
  form.flatMap((contest, index) => contest.candidates.map((candidate) => ({ contest: index, candidateId: candidate.id }))).map((one, place) => ({ ...one, key: candidateKeys[place] ?? "" }));

/** An empty paper, or one that was kept and is looked at again. */
export function padOf(form: BallotForm, marks: PaperMarks | undefined): Pad {
  if (marks === undefined) return { blocks: form.map(() => null), ground: null, active: 0, before: [] };
  if (marks.kind === "invalid") return { blocks: form.map(() => null), ground: marks.ground, active: 0, before: [] };
  return { blocks: form.map((contest) => marks.blocks[contest.contest] ?? { kind: "blank" }), ground: null, active: 0, before: [] };
}

/** The paper as it will be kept: what was not keyed is blank. */
export function marksOfPad(form: BallotForm, pad: Pad): PaperMarks {
  if (pad.ground !== null) return { kind: "invalid", ground: pad.ground };
  return { kind: "blocks", blocks: Object.fromEntries(form.map((contest, index) => [contest.contest, pad.blocks[index] ?? { kind: "blank" }])) };
}

/** The first block for which nothing was keyed; null when every block is decided or the paper is invalid. */
export function undecided(pad: Pad): number | null {
  if (pad.ground !== null) return null;
  const index = pad.blocks.findIndex((block) => block === null);
  return index === -1 ? null : index;
}

/** How many names a block has. */
export const marksIn = (block: PadBlock): number => (block?.kind === "marked" ? block.candidates.length + block.written.length : 0);

function change(pad: Pad, next: Partial<Omit<Pad, "before">>): Pad {
  const { blocks, ground, active } = pad;
  return { blocks, ground, active, ...next, before: [...pad.before.slice(-49), { blocks, ground, active }] };
}

function withBlock(pad: Pad, index: number, block: PadBlock): Pad {
  return change(pad, { blocks: pad.blocks.map((one, at) => (at === index ? block : one)), ground: null, active: index });
}

const toggled = (list: readonly string[], item: string): readonly string[] => (list.includes(item) ? list.filter((one) => one !== item) : [...list, item]);

/** Marks or unmarks a candidate or written-in name of a block. */
function toggle(pad: Pad, index: number, part: { readonly candidate?: string; readonly written?: string }): Pad {
  const block = pad.blocks[index] ?? null;
  const old = block?.kind === "marked" ? block : { kind: "marked" as const, candidates: [], written: [] };
  const candidates = part.candidate === undefined ? old.candidates : toggled(old.candidates, part.candidate);
  const written = part.written === undefined ? old.written : toggled(old.written, part.written);
  return withBlock(pad, index, candidates.length + written.length === 0 ? null : { kind: "marked", candidates, written });
}

/** What the teller does to the paper. */
export type PadAction =
  | { readonly kind: "show"; readonly pad: Pad }
  | { readonly kind: "candidate"; readonly contest: number; readonly candidateId: string }
  | { readonly kind: "written"; readonly contest: number; readonly nameId: string }
  | { readonly kind: "blank"; readonly contest: number }
  | { readonly kind: "unreadable"; readonly contest: number }
  | { readonly kind: "invalid"; readonly ground: InvalidGround | null }
  | { readonly kind: "activate"; readonly contest: number }
  | { readonly kind: "move"; readonly by: 1 | -1 }
  | { readonly kind: "undo" };

/** The paper after an action. */
export function padAfter(pad: Pad, action: PadAction): Pad {
  switch (action.kind) {
    case "show":
      return action.pad;
    case "candidate":
      return toggle(pad, action.contest, { candidate: action.candidateId });
    case "written":
      return toggle(pad, action.contest, { written: action.nameId });
    case "blank": {
      const done = withBlock(pad, action.contest, { kind: "blank" });
      return { ...done, active: undecided(done) ?? done.active };
    }
    case "unreadable":
      return withBlock(pad, action.contest, pad.blocks[action.contest]?.kind === "unreadable" ? null : { kind: "unreadable" });
    case "invalid":
      return change(pad, { ground: action.ground });
    case "activate":
      return { ...pad, active: action.contest };
    case "move":
      return { ...pad, active: (pad.active + action.by + pad.blocks.length) % pad.blocks.length };
    case "undo": {
      const last = pad.before.at(-1);
      return last === undefined ? pad : { ...last, before: pad.before.slice(0, -1) };
    }
  }
}

/** The paper to enter after this one: the next not yet kept, else the first that is missing; null when all are kept. */
export function nextPaper(size: number, kept: ReadonlySet<number>, after: number): number | null {
  for (let step = 1; step <= size; step += 1) {
    const paper = ((after - 1 + step) % size) + 1;
    if (!kept.has(paper)) return paper;
  }
  return null;
}
