import { randomUUID } from "node:crypto";
import type { Actor } from "#lib/access/actor.ts";
import type { Database } from "#lib/database/client.ts";
import type { BallotForm, BlockMarks, PaperMarks } from "#lib/count/model.ts";
import { saveReading } from "#lib/count/readings-command.ts";
import { ballotForm } from "#lib/count/load.ts";
import { claimEntry, finishEntry, planBundles } from "#lib/count/commands.ts";
import { execute, type Command } from "#lib/platform/command.ts";
import type { z } from "zod";
import type { Json } from "#lib/platform/canonical.ts";
import { openCase, type TestCase } from "./case.ts";
import { makeLawful } from "./lawful.ts";

/** A person of the published roll in a test case. */
export type Villager = { readonly id: string; readonly name: string; readonly sex: "male" | "female" };

/** A case whose vote is closed and ready to be counted: three offices of 1, 1 and 3 seats, eight candidates. */
export type CountCase = TestCase & {
  readonly voteId: string;
  readonly form: BallotForm;
  readonly villagers: readonly Villager[];
  readonly people: { readonly chair: Actor; readonly tellerLi: Actor; readonly tellerWu: Actor; readonly scrutineer: Actor };
};

const contests = [
  { contest: "chair", office: "chair", seats: 1, candidates: ["陈立", "王建国"] },
  { contest: "vice", office: "viceChair", seats: 1, candidates: ["刘翠兰", "欧阳志"] },
  { contest: "member", office: "member", seats: 3, candidates: ["赵玉梅", "周强", "孙福贵", "吴霞"] },
] as const;
const women = new Set(["刘翠兰", "赵玉梅", "吴霞", "冯秀英"]);
const further = ["冯秀英", "郑海", "王强", "王强"];

export const testClock = (): Date => new Date("2026-04-18T10:00:00Z");

/** Puts people on the published roll. */
async function addVillagers(db: Database, ids: TestCase, names: readonly string[]): Promise<readonly Villager[]> {
  const villagers: Villager[] = [];
  for (const [place, name] of names.entries()) {
    const person = randomUUID();
    const villager: Villager = { id: randomUUID(), name, sex: women.has(name) ? "female" : "male" };
    await db.person.create({ data: { id: person, townshipId: ids.townshipId } });
    await db.rollEntry.create({
      data: {
        id: villager.id, electionId: ids.electionId, driveId: ids.driveId, personId: person, name, sex: villager.sex, bornOn: `19${60 + place}-05-01`, groupNumber: 1 + (place % 4), category: 1,
        livesHere: true, status: "listed", openFindings: [], pinyin: name, published: true,
      },
    });
    villagers.push(villager);
  }
  return villagers;
}

/** Opens such a case; `papers`: ballots taken from the boxes, `registered`: on the roll. */
export async function openCountCase(db: Database, size: { readonly papers: number; readonly registered: number }, day?: string): Promise<CountCase> {
  const base = await openCase(db, day);
  const villagers = await addVillagers(db, base, [...contests.flatMap((one) => one.candidates), ...further]);
  const voteId = randomUUID();
  const { electionId } = base;
  await db.seat.createMany({ data: contests.map(({ contest, office, seats }) => ({ id: randomUUID(), electionId, contest, office, seats, margin: 1 })) });
  await db.vote.create({ data: { id: voteId, electionId, number: 1, kind: "regular", heldOn: base.electionDay, state: "closed", registered: size.registered } });
  for (const [ordinal, { contest, office, seats, candidates }] of contests.entries()) {
    const contestId = randomUUID();
    await db.contest.create({ data: { id: contestId, electionId, voteId, contest, office, seats, ordinal } });
    for (const [place, name] of candidates.entries()) {
      const person = villagers.find((one) => one.name === name);
      if (person === undefined) throw new Error(`no villager ${name}`);
      await db.candidate.create({ data: { id: randomUUID(), electionId, contestId, rollEntryId: person.id, name, sex: person.sex, groupNumber: 1, ordinal: place + 1 } });
    }
  }
  await addAccounts(db, base, voteId, size.papers);
  await makeLawful(db, base, "ballot");
  return {
    ...base, voteId, villagers, form: await ballotForm(db, voteId),
    people: { chair: await base.person("committeeChair", "何主持"), tellerLi: await base.person("teller", "李明辉"), tellerWu: await base.person("teller", "吴计票"), scrutineer: await base.person("scrutineer", "孙监票") },
  };
}

/** Closes the accounts of a vote: one main venue, everything issued came back. */
export async function addAccounts(db: Database, base: TestCase, voteId: string, papers: number): Promise<void> {
  const known = await db.station.findFirst({ where: { electionId: base.electionId }, select: { id: true } });
  const stationId = known?.id ?? randomUUID();
  if (known === null) await db.station.create({ data: { id: stationId, electionId: base.electionId, name: "中心会场", place: "村委会", main: true, groups: [1, 2, 3, 4], ordinal: 1 } });
  await db.stationAccount.create({ data: { id: randomUUID(), electionId: base.electionId, voteId, stationId, received: papers + 10, issued: papers, spoiled: 2, left: 8, returned: papers } });
}

/** Runs a command that must succeed. */
export async function done<Input extends z.ZodType, Output extends Json>(command: Command<Input, Output>, db: Database, actor: Actor, input: z.input<Input>): Promise<Output> {
  const result = await execute(command, { db, actor, clock: testClock }, input);
  if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Runs a command that must be refused; gives the code of the first thing that refused it, else the kind of the refusal. */
export async function refused<Input extends z.ZodType, Output extends Json>(command: Command<Input, Output>, db: Database, actor: Actor | null, input: z.input<Input>): Promise<string> {
  const result = await execute(command, { db, actor, clock: testClock }, input);
  if (result.ok) throw new Error(`${command.name} was not refused`);
  if (result.error.kind === "findings") return (result.error.findings.find((one) => one.severity === "error") ?? result.error.findings[0])?.code ?? "";
  return result.error.kind === "invalid" ? (result.error.issues[0]?.code ?? "") : result.error.kind;
}

/** A paper with the named people marked; offices not mentioned stay blank. */
export function paper(form: BallotForm, names: Readonly<Record<string, readonly string[]>>): PaperMarks {
  const block = (contest: string): BlockMarks => {
    const wanted = names[contest] ?? [];
    const candidates = form.find((one) => one.contest === contest)?.candidates.filter((one) => wanted.includes(one.name)).map((one) => one.id).sort() ?? [];
    if (candidates.length !== wanted.length) throw new Error(`no such candidate in ${contest}: ${wanted.join(" ")}`);
    return candidates.length === 0 ? { kind: "blank" } : { kind: "marked", candidates, written: [] };
  };
  return { kind: "blocks", blocks: Object.fromEntries(form.map((contest) => [contest.contest, block(contest.contest)])) };
}

/** Enters a bundle completely, one paper after another. */
export async function enterBundle(db: Database, bundleId: string, teller: Actor, papers: readonly PaperMarks[]): Promise<{ readonly state: string; readonly differing: number }> {
  const { pass } = await done(claimEntry, db, teller, { bundleId });
  for (const [place, marks] of papers.entries()) await done(saveReading, db, teller, { bundleId, pass, paper: place + 1, marks });
  return done(finishEntry, db, teller, { bundleId, pass });
}

/** Makes bundles and enters all papers of a vote twice, alike. */
export async function countAll(db: Database, base: CountCase, voteId: string, papers: readonly PaperMarks[], size = 200): Promise<void> {
  const vote = await db.vote.findUniqueOrThrow({ where: { id: voteId }, select: { version: true } });
  await done(planBundles, db, base.people.chair, { voteId, version: vote.version, size, papers: papers.length });
  const bundles = await db.bundle.findMany({ where: { voteId }, orderBy: { number: "asc" }, select: { id: true, number: true } });
  for (const { id, number } of bundles) {
    const part = papers.slice((number - 1) * size, number * size);
    await enterBundle(db, id, base.people.tellerLi, part);
    await enterBundle(db, id, base.people.tellerWu, part);
  }
}

/** So many papers like this one. */
export const times = (count: number, marks: PaperMarks): readonly PaperMarks[] => Array.from({ length: count }, () => marks);
