import { canonical } from "../platform/canonical.ts";
import type { BallotForm, BlockMarks, PaperMarks } from "./model.ts";
import { normalMarks, type WrittenPersons } from "./rules.ts";

/** Whether two readings say the same, names written in two ways but merged to one person of the roll included. */
export function sameMarks(form: BallotForm, first: PaperMarks, second: PaperMarks, written: WrittenPersons): boolean {
  return comparable(form, first, written) === comparable(form, second, written);
}

function comparable(form: BallotForm, marks: PaperMarks, written: WrittenPersons): string {
  const normal = normalMarks(form, marks);
  if (normal.kind === "invalid") return canonical({ invalid: normal.ground });
  return canonical(Object.entries(normal.blocks).map(([contest, block]) => [contest, block.kind, ...namesIn(block, written)]));
}

function namesIn(block: BlockMarks, written: WrittenPersons): readonly string[] {
  if (block.kind !== "marked") return [];
  return [...block.candidates, ...new Set(block.written.map((nameId) => written.get(nameId) ?? nameId))].sort();
}

/** Numbers of the papers on which two entries of one bundle differ, in order. A paper read only once differs. */
export function differingPapers(
  form: BallotForm,
  first: ReadonlyMap<number, PaperMarks>,
  second: ReadonlyMap<number, PaperMarks>,
  written: WrittenPersons,
): readonly number[] {
  const papers = [...new Set([...first.keys(), ...second.keys()])].sort((a, b) => a - b);
  return papers.filter((paper) => {
    const one = first.get(paper);
    const other = second.get(paper);
    return one === undefined || other === undefined || !sameMarks(form, one, other, written);
  });
}

/** Contests in which two readings of a paper differ; every contest when one of them holds the whole paper invalid. */
export function differingContests(form: BallotForm, first: PaperMarks, second: PaperMarks, written: WrittenPersons): readonly string[] {
  return form.filter((contest) => first.kind === "invalid" || second.kind === "invalid" || !sameMarks([contest], first, second, written)).map((contest) => contest.contest);
}
