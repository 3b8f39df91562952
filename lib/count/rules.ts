import type { LawValues } from "../law/parameters.ts";
import type { BallotForm, BlockMarks, FormContest, InvalidGround, PaperMarks } from "./model.ts";

/**
 * What a paper that names one person for two offices is worth. `countEach`: the law says nothing, both stand (whoever wins the
 * higher office drops out of the lower); `countHighest`: only the highest; `invalidBoth`: those blocks are void (浙江选举办法 27); `invalidBallot`: the paper.
 */
export const twoOfficesRules = ["countEach", "countHighest", "invalidBoth", "invalidBallot"] as const;
export type TwoOfficesRule = (typeof twoOfficesRules)[number];

/**
 * The rule in force (`samePersonTwice`). Where votes are carried down (`votesDown: toLower`) a paper's vote for one person
 * counts once, as the determination asks.
 */
export function twoOfficesRule({ votesDown, samePersonTwice }: Pick<LawValues, "votesDown" | "samePersonTwice">): TwoOfficesRule {
  return votesDown === "toLower" ? "countHighest" : samePersonTwice;
}

/** Who is meant by a written-in name: the id of a person of the roll once merged and confirmed, else null (stays a name, cannot be elected). */
export type WrittenPersons = ReadonlyMap<string, string | null>;

/** Key under which votes of a written-in name that is nobody of the roll are kept. */
export const writtenKey = (writtenNameId: string): string => `written:${writtenNameId}`;

/** Why a block is invalid (局部废票). */
export type BlockGround = "tooMany" | "unreadable" | "twoOffices";

/** A block as judged (有效, 弃权, 废票): whom it gives votes to, as person ids or written keys. */
export type JudgedBlock =
  | { readonly kind: "valid"; readonly persons: readonly string[] }
  | { readonly kind: "abstain" }
  | { readonly kind: "invalid"; readonly ground: BlockGround };

/** A paper as judged: invalid as a whole, or block by block in the order of the sheet. */
export type JudgedPaper =
  | { readonly kind: "invalid"; readonly ground: InvalidGround | "allBlocks" | "twoOffices" }
  | { readonly kind: "blocks"; readonly blocks: readonly JudgedBlock[] };

const blank: BlockMarks = { kind: "blank" };

/** The persons a block names, each once, however often and in whichever way he is named. */
function personsOf(contest: FormContest, marks: Extract<BlockMarks, { kind: "marked" }>, written: WrittenPersons): readonly string[] {
  const persons = new Set<string>();
  for (const candidateId of marks.candidates) {
    const candidate = contest.candidates.find((one) => one.id === candidateId);
    if (candidate !== undefined) persons.add(candidate.personId);
  }
  for (const nameId of marks.written) persons.add(written.get(nameId) ?? writtenKey(nameId));
  return [...persons];
}

function judgeBlock(contest: FormContest, marks: BlockMarks, written: WrittenPersons): JudgedBlock {
  if (marks.kind === "blank") return { kind: "abstain" };
  if (marks.kind === "unreadable") return { kind: "invalid", ground: "unreadable" };
  const persons = personsOf(contest, marks, written);
  if (persons.length === 0) return { kind: "abstain" };
  return persons.length > contest.seats ? { kind: "invalid", ground: "tooMany" } : { kind: "valid", persons };
}

/** Persons named in more than one valid block. */
function namedTwice(blocks: readonly JudgedBlock[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const block of blocks) {
    if (block.kind !== "valid") continue;
    for (const person of block.persons) (seen.has(person) ? twice : seen).add(person);
  }
  return twice;
}

/** Keeps each person's mark in the first block that names him: offices stand highest first on the sheet. */
function onlyHighest(blocks: readonly JudgedBlock[]): readonly JudgedBlock[] {
  const seen = new Set<string>();
  return blocks.map((block) => {
    if (block.kind !== "valid") return block;
    const persons = block.persons.filter((person) => !seen.has(person));
    for (const person of persons) seen.add(person);
    return persons.length === 0 ? { kind: "abstain" } : { kind: "valid", persons };
  });
}

/**
 * Judges a paper by the law's rule: a block is valid with as many names as seats or fewer, invalid with more or when it
 * cannot be read, an abstention when blank; a paper is invalid as a whole on its ground, or when every block is invalid.
 */
export function judgePaper(form: BallotForm, marks: PaperMarks, written: WrittenPersons, rule: TwoOfficesRule): JudgedPaper {
  if (marks.kind === "invalid") return { kind: "invalid", ground: marks.ground };
  let blocks: readonly JudgedBlock[] = form.map((contest) => judgeBlock(contest, marks.blocks[contest.contest] ?? blank, written));
  if (rule !== "countEach") {
    const twice = namedTwice(blocks);
    if (twice.size > 0) {
      if (rule === "invalidBallot") return { kind: "invalid", ground: "twoOffices" };
      if (rule === "countHighest") blocks = onlyHighest(blocks);
      else blocks = blocks.map((block) => (block.kind === "valid" && block.persons.some((person) => twice.has(person)) ? { kind: "invalid", ground: "twoOffices" } : block));
    }
  }
  if (blocks.length > 0 && blocks.every((block) => block.kind === "invalid")) return { kind: "invalid", ground: "allBlocks" };
  return { kind: "blocks", blocks };
}

/** What is wrong with marks that name something not on this sheet; null when nothing is. */
export function strayMark(form: BallotForm, marks: PaperMarks, knownNames: ReadonlySet<string>): string | null {
  if (marks.kind === "invalid") return null;
  for (const [code, block] of Object.entries(marks.blocks)) {
    const contest = form.find((one) => one.contest === code);
    if (contest === undefined) return code;
    if (block.kind !== "marked") continue;
    const stray = block.candidates.find((candidateId) => !contest.candidates.some((one) => one.id === candidateId)) ?? block.written.find((nameId) => !knownNames.has(nameId));
    if (stray !== undefined) return code;
  }
  return null;
}

/** One way to write marks: contests in the order of the sheet, ids sorted, empty blocks blank; equal readings are equal texts. */
export function normalMarks(form: BallotForm, marks: PaperMarks): PaperMarks {
  if (marks.kind === "invalid") return marks;
  const blocks = form.map((contest): [string, BlockMarks] => {
    const block = marks.blocks[contest.contest] ?? blank;
    if (block.kind !== "marked") return [contest.contest, block];
    if (block.candidates.length + block.written.length === 0) return [contest.contest, blank];
    return [contest.contest, { kind: "marked", candidates: [...new Set(block.candidates)].sort(), written: [...new Set(block.written)].sort() }];
  });
  return { kind: "blocks", blocks: Object.fromEntries(blocks) };
}
