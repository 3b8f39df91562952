import type { Transaction } from "../database/client.ts";
import { canonical } from "../platform/canonical.ts";
import { defineCommand, type Facts } from "../platform/command.ts";
import { invalid, type Refusal } from "../platform/refusal.ts";
import { ok, type Result } from "../platform/result.ts";
import { enters } from "./bundle.ts";
import { counting } from "./commands.ts";
import { fixedForm } from "./fixed-form.ts";
import { bundleIn, scopeOfBundle, type BundleRow } from "./load.ts";
import { saveReadingInput, saveReadingsInput, type BallotForm, type PaperMarks, type Pass } from "./model.ts";
import { normalMarks, strayMark } from "./rules.ts";

/** One paper (票) of an entry with what was read from it. */
type ReadPaper = { readonly paper: number; readonly marks: PaperMarks };

type Loaded = { readonly bundle: BundleRow; readonly form: BallotForm; readonly names: ReadonlySet<string> };
type Change = { readonly bundle: BundleRow; readonly pass: Pass; readonly papers: readonly ReadPaper[] };

/** How a refusal names the field of the paper at a place of the input. */
type FieldName = (place: number, field: "paper" | "marks") => string;

const writtenIn = (marks: PaperMarks): readonly string[] =>
  marks.kind === "invalid" ? [] : Object.values(marks.blocks).flatMap((block) => (block.kind === "marked" ? block.written : []));

/** Bundle, sheet, and which of the written-in names that the papers mention belong to this vote. */
async function loadPapers(tx: Transaction, bundleId: string, papers: readonly ReadPaper[], facts: Facts): Promise<Loaded | null> {
  const bundle = await bundleIn(tx, bundleId, facts.place.electionId);
  if (bundle === null) return null;
  if (!counting(bundle)) return { bundle, form: [], names: new Set() };
  const form = await fixedForm(tx, bundle.voteId);
  const written = [...new Set(papers.flatMap((paper) => writtenIn(paper.marks)))];
  const names = written.length === 0 ? [] : await tx.writtenName.findMany({ where: { voteId: bundle.voteId, id: { in: written } }, select: { id: true } });
  return { bundle, form, names: new Set(names.map((name) => name.id)) };
}

function decidePapers({ bundle, form, names }: Loaded, pass: Pass, papers: readonly ReadPaper[], by: string, field: FieldName): Result<Change, Refusal> {
  if (!counting(bundle)) return invalid(null, "countNotOpen");
  if (!enters(bundle, by, pass)) return invalid(null, "bundleNotYours", { bundle: bundle.number });
  for (const [place, { paper, marks }] of papers.entries()) {
    if (paper > bundle.size) return invalid(field(place, "paper"), "tooBig", { max: bundle.size });
    if (strayMark(form, marks, names) !== null) return invalid(field(place, "marks"), "invalidChoice");
  }
  return ok({ bundle, pass, papers: papers.map(({ paper, marks }) => ({ paper, marks: normalMarks(form, marks) })) });
}

/** One statement however many papers: it runs under the election's lock. The same paper again replaces what was read before. */
async function keepPapers(tx: Transaction, { bundle, pass, papers }: Change, facts: Facts): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Reading" ("bundleId", round, pass, paper, "electionId", marks, by, at)
    SELECT ${bundle.id}, ${bundle.reopens}, ${pass}, read.paper, ${bundle.electionId}, read.marks, ${facts.actor.accountId}, ${facts.now}
    FROM jsonb_to_recordset(${JSON.stringify(papers)}::jsonb) AS read(paper integer, marks jsonb)
    ON CONFLICT ("bundleId", round, pass, paper) DO UPDATE SET marks = excluded.marks, by = excluded.by, at = excluded.at`;
}

/** Keeps what a teller read from one paper (录入一张). The same paper again replaces it; the ledger holds a commitment, not the marks. */
export const saveReading = defineCommand({
  name: "count.saveReading",
  action: "count.enter",
  input: saveReadingInput,
  scope: scopeOfBundle,
  load: (tx, input, facts) => loadPapers(tx, input.bundleId, [input], facts),
  decide: (loaded, input, facts) => decidePapers(loaded, input.pass, [input], facts.actor.accountId, (_, field) => field),
  save: async (tx, change, facts) => {
    await keepPapers(tx, change, facts);
    return { papers: change.papers.length };
  },
  entry: ({ bundle, pass, papers }, { paper }, facts) => ({ bundle: bundle.id, round: bundle.reopens, pass, paper, reading: facts.commit(canonical(papers[0]?.marks ?? null)) }),
});

/**
 * Keeps several papers of one entry at once: what a desk entered while it had no connection, sent when it is back.
 * All or none; each paper has its own commitment in the one ledger entry.
 */
export const saveReadings = defineCommand({
  name: "count.saveReadings",
  action: "count.enter",
  input: saveReadingsInput,
  scope: scopeOfBundle,
  load: (tx, input, facts) => loadPapers(tx, input.bundleId, input.papers, facts),
  decide: (loaded, input, facts) => {
    const twice = input.papers.find((one, place) => input.papers.findIndex((other) => other.paper === one.paper) !== place);
    if (twice !== undefined) return invalid("papers", "standsTwice", { value: twice.paper });
    return decidePapers(loaded, input.pass, input.papers, facts.actor.accountId, (place, field) => `papers.${place}.${field}`);
  },
  save: async (tx, change, facts) => {
    await keepPapers(tx, change, facts);
    return { papers: change.papers.length };
  },
  entry: ({ bundle, pass, papers }, _, facts) => ({
    bundle: bundle.id, round: bundle.reopens, pass, papers: papers.map(({ paper, marks }) => ({ paper, reading: facts.commit(canonical(marks)) })),
  }),
});
