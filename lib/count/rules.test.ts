import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BallotForm, BlockMarks, PaperMarks } from "./model.ts";
import { judgePaper, normalMarks, strayMark, twoOfficesRule } from "./rules.ts";
import { addTallies, emptyTally, tallyPapers } from "./tally.ts";
import { differingContests, differingPapers, sameMarks } from "./compare.ts";

const candidate = (id: string, personId = id.toUpperCase()) => ({ id, personId, name: personId });
const form: BallotForm = [
  { contest: "chair", office: "chair", seats: 1, only: null, candidates: [candidate("a"), candidate("b")] },
  { contest: "member", office: "member", seats: 2, only: null, candidates: [candidate("c"), candidate("d"), candidate("e"), candidate("a2", "A")] },
];
const nobody = new Map<string, string | null>();
const marked = (candidates: readonly string[], written: readonly string[] = []): BlockMarks => ({ kind: "marked", candidates, written });
const paper = (chair: BlockMarks, member: BlockMarks): PaperMarks => ({ kind: "blocks", blocks: { chair, member } });
const blank: BlockMarks = { kind: "blank" };

describe("judging one paper", () => {
  it("a block with as many marks as seats is valid, with more invalid, with none an abstention", () => {
    expect(judgePaper(form, paper(marked(["a", "b"]), marked(["c", "d"])), nobody, "countEach")).toEqual({
      kind: "blocks", blocks: [{ kind: "invalid", ground: "tooMany" }, { kind: "valid", persons: ["C", "D"] }],
    });
    expect(judgePaper(form, paper(blank, { kind: "unreadable" }), nobody, "countEach")).toEqual({
      kind: "blocks", blocks: [{ kind: "abstain" }, { kind: "invalid", ground: "unreadable" }],
    });
  });
  it("a paper with every block invalid is invalid as a whole", () => {
    expect(judgePaper(form, paper(marked(["a", "b"]), { kind: "unreadable" }), nobody, "countEach")).toEqual({ kind: "invalid", ground: "allBlocks" });
  });
  it("a paper left blank altogether is no invalid paper", () => {
    expect(judgePaper(form, paper(blank, blank), nobody, "countEach")).toEqual({ kind: "blocks", blocks: [{ kind: "abstain" }, { kind: "abstain" }] });
  });
  it("a paper without the committee's seal is invalid whatever is marked", () => {
    expect(judgePaper(form, { kind: "invalid", ground: "sealMissing" }, nobody, "countEach")).toEqual({ kind: "invalid", ground: "sealMissing" });
  });
  it("a candidate marked and written in besides counts once", () => {
    expect(judgePaper(form, paper(marked(["a"], ["w"]), blank), new Map([["w", "A"]]), "countEach")).toEqual({
      kind: "blocks", blocks: [{ kind: "valid", persons: ["A"] }, { kind: "abstain" }],
    });
  });
  it("a written-in name of nobody on the roll takes its place among the marks", () => {
    expect(judgePaper(form, paper(marked(["a"], ["w"]), blank), nobody, "countEach")).toMatchObject({ blocks: [{ kind: "invalid", ground: "tooMany" }, { kind: "abstain" }] });
  });
});

describe("one person named for two offices", () => {
  const twice = paper(marked(["a"]), marked(["a2", "c"]));
  it("counts in each block where no rule says otherwise", () => {
    expect(judgePaper(form, twice, nobody, "countEach")).toMatchObject({ blocks: [{ persons: ["A"] }, { persons: ["A", "C"] }] });
  });
  it("P-15: counts for the highest office only", () => {
    expect(judgePaper(form, twice, nobody, "countHighest")).toMatchObject({ blocks: [{ persons: ["A"] }, { persons: ["C"] }] });
  });
  it("voids those blocks, and so the paper when none is left", () => {
    expect(judgePaper(form, twice, nobody, "invalidBoth")).toEqual({ kind: "invalid", ground: "allBlocks" });
  });
  it("voids the paper", () => {
    expect(judgePaper(form, twice, nobody, "invalidBallot")).toEqual({ kind: "invalid", ground: "twoOffices" });
  });
  it("follows Zhejiang's measures there, and counts once where votes are carried down", () => {
    const rules = [["none", "invalidBoth"], ["none", "countEach"], ["none", "invalidBallot"], ["toLower", "invalidBoth"]] as const;
    expect(rules.map(([votesDown, samePersonTwice]) => twoOfficesRule({ votesDown, samePersonTwice }))).toEqual(["invalidBoth", "countEach", "invalidBallot", "countHighest"]);
  });
});

describe("marks", () => {
  it("that name a candidate of another block, another contest or an unknown name are refused", () => {
    expect(strayMark(form, paper(marked(["c"]), blank), new Set())).toBe("chair");
    expect(strayMark(form, { kind: "blocks", blocks: { vice: blank } }, new Set())).toBe("vice");
    expect(strayMark(form, paper(blank, marked([], ["w"])), new Set())).toBe("member");
    expect(strayMark(form, paper(marked(["a"]), marked([], ["w"])), new Set(["w"]))).toBeNull();
  });
});

const block = (ids: readonly string[]): fc.Arbitrary<BlockMarks> =>
  fc.oneof(
    fc.constant<BlockMarks>({ kind: "blank" }),
    fc.constant<BlockMarks>({ kind: "unreadable" }),
    fc.record({ candidates: fc.uniqueArray(fc.constantFrom(...ids)), written: fc.uniqueArray(fc.constantFrom("w1", "w2")) }).map(({ candidates, written }) => marked(candidates, written)),
  );
const anyPaper: fc.Arbitrary<PaperMarks> = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(block(["a", "b"]), block(["c", "d", "e", "a2"])).map(([chair, member]) => paper(chair, member)) },
  { weight: 1, arbitrary: fc.constant<PaperMarks>({ kind: "invalid", ground: "wrongPaper" }) },
);
const anyRule = fc.constantFrom("countEach" as const, "countHighest" as const, "invalidBoth" as const, "invalidBallot" as const);
const anyNames = fc.record({ w1: fc.constantFrom("A", "Z", null), w2: fc.constantFrom("A", "Y", null) }).map((names) => new Map(Object.entries(names)));
const plain = (tally: ReturnType<typeof tallyPapers>) => ({ ...tally, contests: tally.contests.map((one) => ({ ...one, votes: Object.fromEntries([...one.votes].sort()) })) });

describe("counting papers", () => {
  it("every paper is in exactly one kind of every contest", () => {
    fc.assert(fc.property(fc.array(anyPaper, { maxLength: 60 }), anyNames, anyRule, (papers, names, rule) => {
      const tally = tallyPapers(form, papers, names, rule);
      for (const one of tally.contests) expect(one.valid + one.abstain + one.invalid + tally.wholeInvalid).toBe(papers.length);
    }));
  });
  it("no person has more votes than valid blocks, and no contest more than seats times valid blocks", () => {
    fc.assert(fc.property(fc.array(anyPaper, { maxLength: 60 }), anyNames, anyRule, (papers, names, rule) => {
      const tally = tallyPapers(form, papers, names, rule);
      for (const [place, one] of tally.contests.entries()) {
        const votes = [...one.votes.values()];
        expect(Math.max(0, ...votes)).toBeLessThanOrEqual(one.valid);
        expect(votes.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(one.valid * (form[place]?.seats ?? 0));
      }
    }));
  });
  it("the order of papers and their division into bundles do not matter", () => {
    fc.assert(fc.property(fc.array(anyPaper, { maxLength: 40 }), fc.nat(40), anyNames, anyRule, (papers, cut, names, rule) => {
      const whole = plain(tallyPapers(form, papers, names, rule));
      expect(plain(tallyPapers(form, papers.toReversed(), names, rule))).toEqual(whole);
      const parts = [papers.slice(0, cut), papers.slice(cut)].map((part) => tallyPapers(form, part, names, rule));
      expect(plain(parts.reduce(addTallies, emptyTally(form)))).toEqual(whole);
    }));
  });
});

describe("comparing two entries", () => {
  it("order of marks and empty blocks make no difference", () => {
    expect(sameMarks(form, paper(marked(["a"]), marked(["c", "d"])), paper(marked(["a"]), marked(["d", "c"])), nobody)).toBe(true);
    expect(sameMarks(form, { kind: "blocks", blocks: {} }, paper(marked([]), blank), nobody)).toBe(true);
  });
  it("two ways to write a name make no difference once both are merged to one person", () => {
    const [first, second] = [paper(marked([], ["w1"]), blank), paper(marked([], ["w2"]), blank)];
    expect(sameMarks(form, first, second, nobody)).toBe(false);
    expect(sameMarks(form, first, second, new Map([["w1", "Z"], ["w2", "Z"]]))).toBe(true);
  });
  it("names only the papers and blocks that differ, a paper read once among them", () => {
    const first = new Map([[1, paper(marked(["a"]), blank)], [2, paper(marked(["b"]), marked(["c"]))], [3, paper(blank, blank)]]);
    const second = new Map([[1, paper(marked(["a"]), blank)], [2, paper(marked(["b"]), marked(["d"]))]]);
    expect(differingPapers(form, first, second, nobody)).toEqual([2, 3]);
    expect(differingContests(form, paper(marked(["b"]), marked(["c"])), paper(marked(["b"]), marked(["d"])), nobody)).toEqual(["member"]);
  });
  it("a paper never differs from its own normal form", () => {
    fc.assert(fc.property(anyPaper, anyNames, (one, names) => sameMarks(form, one, normalMarks(form, one), names)));
  });
});
