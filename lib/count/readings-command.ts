import { canonical } from "../platform/canonical.ts";
import { defineCommand } from "../platform/command.ts";
import { invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { enters } from "./bundle.ts";
import { counting } from "./commands.ts";
import { ballotForm, bundleIn, scopeOfBundle } from "./load.ts";
import { saveReadingsInput, type PaperMarks } from "./model.ts";
import { normalMarks, strayMark } from "./rules.ts";

const writtenIn = (marks: PaperMarks): readonly string[] =>
  marks.kind === "invalid" ? [] : Object.values(marks.blocks).flatMap((block) => (block.kind === "marked" ? block.written : []));

/**
 * Keeps several papers of one entry at once: what a desk entered while it had no connection, sent when it is back.
 * All or none; each paper has its own commitment in the one ledger entry.
 */
export const saveReadings = defineCommand({
  name: "count.saveReadings",
  action: "count.enter",
  input: saveReadingsInput,
  scope: scopeOfBundle,
  load: async (tx, input, facts) => {
    const bundle = await bundleIn(tx, input.bundleId, facts.place.electionId);
    if (bundle === null) return null;
    const form = await ballotForm(tx, bundle.voteId);
    const written = [...new Set(input.papers.flatMap((paper) => writtenIn(paper.marks)))];
    const names = written.length === 0 ? [] : await tx.writtenName.findMany({ where: { voteId: bundle.voteId, id: { in: written } }, select: { id: true } });
    return { bundle, form, names: new Set(names.map((name) => name.id)) };
  },
  decide: ({ bundle, form, names }, input, facts) => {
    if (!counting(bundle)) return invalid(null, "countNotOpen");
    if (!enters(bundle, facts.actor.accountId, input.pass)) return invalid(null, "bundleNotYours", { bundle: bundle.number });
    for (const [place, { paper, marks }] of input.papers.entries()) {
      if (paper > bundle.size) return invalid(`papers.${place}.paper`, "tooBig", { max: bundle.size });
      if (strayMark(form, marks, names) !== null) return invalid(`papers.${place}.marks`, "invalidChoice");
    }
    if (new Set(input.papers.map((one) => one.paper)).size !== input.papers.length) return invalid("papers", "standsTwice", { value: bundle.number });
    return ok({ bundle, pass: input.pass, papers: input.papers.map(({ paper, marks }) => ({ paper, marks: normalMarks(form, marks) })) });
  },
  save: async (tx, { bundle, pass, papers }, facts) => {
    const place = { bundleId: bundle.id, round: bundle.reopens, pass };
    await tx.reading.deleteMany({ where: { ...place, paper: { in: papers.map((one) => one.paper) } } });
    await tx.reading.createMany({ data: papers.map((one) => ({ ...place, ...one, electionId: bundle.electionId, by: facts.actor.accountId, at: facts.now })) });
    return { papers: papers.length };
  },
  entry: ({ bundle, pass, papers }, _, facts) => ({
    bundle: bundle.id, round: bundle.reopens, pass, papers: papers.map(({ paper, marks }) => ({ paper, reading: facts.commit(canonical(marks)) })),
  }),
});
