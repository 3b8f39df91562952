import { readdirSync, readFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import { closeVote, openVote } from "#lib/ballot/polling-commands.ts";
import { issueCommittee, issueNominationMethod } from "#lib/committee/notices.ts";
import { planBundles } from "#lib/count/commands.ts";
import { acceptancesOf, digestOf } from "#lib/election/acceptance.ts";
import { acceptWarning } from "#lib/election/guards/accept.ts";
import { guardedActs, type GuardedAct } from "#lib/election/guards/check.ts";
import { guardedActOf } from "#lib/election/guards/command.ts";
import { beforeAct, guardStanding } from "#lib/election/guards/standing.ts";
import { guardLines, guardTable } from "#lib/election/guards/table.ts";
import { phases, type Phase } from "#lib/election/model.ts";
import { prepareOpenVote, publishCandidates } from "#lib/nomination/publish.ts";
import type { CommandContext } from "#lib/platform/command.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import type { Result } from "#lib/platform/result.ts";
import { determineVote } from "#lib/result/commands.ts";
import { announceResult, issueCertificates, openFollowingVote } from "#lib/result/follow-commands.ts";
import { publishRoll } from "#lib/roll/publish/commands.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { countAll, done, openCountCase, paper, times, type CountCase } from "#tests/support/count-case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { makeLawful, type Until } from "#tests/support/lawful.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.close());

type Runs = { readonly run: (context: CommandContext, input: unknown) => Promise<Result<unknown, Refusal>> };
const run = (command: Runs, actor: Actor | null, input: unknown, day = "2026-04-18") => command.run({ db: base.db, actor, clock: () => new Date(`${day}T02:00:00Z`) }, input);
const codes = (result: Result<unknown, Refusal>): readonly string[] => {
  if (result.ok) return ["accepted"];
  if (result.error.kind === "findings") return result.error.findings.filter((one) => one.severity === "error").map((one) => one.code);
  return result.error.kind === "invalid" ? result.error.issues.map((one) => one.code) : [result.error.kind];
};

/** The one command of each act. */
const commands = { announceCommittee: issueCommittee, publishRoll, announceNomination: issueNominationMethod, publishCandidates, prepareOpenVote, openVote, closeVote, beginCount: planBundles, determine: determineVote, announceResult, openFollowingVote, issueCertificates } as const satisfies Readonly<Record<GuardedAct, object>>;

describe("nothing else passes a phase", () => {
  test.each(guardedActs)("%s is carried out by a command that asks its guard", (act) => {
    expect(guardedActOf(commands[act])).toBe(act);
  });
  it("what marks a phase as passed is written in the files of those commands alone", () => {
    const lib = path.resolve(import.meta.dirname, "../../lib");
    const marks = [/\.rollVersion\.create/, /\.vote\.create\(/, /state: "(?:open|closed|counting|determined)"[^}]*version: \{ increment/, /\.determination\.create\(/, /announcedAt: facts\.now/, /\.certificate\.createMany/];
    const writers = readdirSync(lib, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|^database\/generated/.test(name))
      .filter((name) => marks.some((mark) => mark.test(readFileSync(path.join(lib, name), "utf8"))));
    expect(writers.sort()).toEqual(["ballot/polling-commands.ts", "count/commands.ts", "nomination/publish.ts", "result/commands.ts", "result/follow-commands.ts", "roll/publish/commands.ts"]);
    for (const name of writers) {
      const source = readFileSync(path.join(lib, name), "utf8");
      // Each command of the file that holds such a mark is built with its guard.
      for (const part of source.split(/(?=^export const \w+ = )/m).filter((one) => marks.some((mark) => mark.test(one)))) expect(part, name).toContain("guardedCommand(");
    }
  });
  it("notices are issued by the guarded commands, the one builder of notice commands and the supplement of a posted list alone", () => {
    const lib = path.resolve(import.meta.dirname, "../../lib");
    const issuers = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts") && !name.startsWith("database/generated") && /await issueNotice\(/.test(readFileSync(path.join(lib, name), "utf8")));
    expect(issuers.sort()).toEqual(["election/notice-command.ts", "nomination/publish.ts", "result/follow-commands.ts", "roll/publish/commands.ts"]);
  });
});

/** What each act needs to be tried, and how the case is then broken so that an error stands before it. */
type Trial = { readonly electionId: string; readonly actor: Actor; readonly input: Readonly<Record<string, unknown>>; readonly day?: string; readonly breakIt: (() => Promise<unknown>) | null; readonly expected: string };

async function early(until: Until, without: readonly string[]): Promise<{ readonly one: TestCase; readonly chair: Actor }> {
  const one = await openCase(base.db);
  await makeLawful(base.db, one, until, without);
  return { one, chair: await one.person("committeeChair") };
}
const noChair = (one: TestCase) => () => base.db.committeeMember.updateMany({ where: { electionId: one.electionId, position: "chair" }, data: { position: "member" } });
const versionOf = async (one: TestCase): Promise<number> => (await base.db.election.findUniqueOrThrow({ where: { id: one.electionId }, select: { version: true } })).version;
const arrangement = { from: "2026-04-03", until: "2026-04-05", place: "村委会", contact: "何主持 13800000000" };

/** An act before the vote, on a lawful case whose committee then loses its chair. */
const beforeVote = async (until: Until, without: readonly string[], day: string, input: Readonly<Record<string, unknown>>, method = "candidates"): Promise<Trial> => {
  const { one, chair } = await early(until, without);
  await base.db.election.update({ where: { id: one.electionId }, data: { method } });
  return { electionId: one.electionId, actor: chair, day, input: { electionId: one.electionId, version: await versionOf(one), acceptances: {}, ...input }, breakIt: noChair(one), expected: "committeeNoChair" };
};

const voteInput = async (one: CountCase) => ({ voteId: one.voteId, acceptances: {}, version: (await base.db.vote.findUniqueOrThrow({ where: { id: one.voteId }, select: { version: true } })).version });

/** An act around the vote in one of its states. */
const atVote = async (state: string, input: Readonly<Record<string, unknown>>, breakIt: (one: CountCase) => Promise<unknown>, expected: string): Promise<Trial> => {
  const one = await openCountCase(base.db, { papers: 6, registered: 12 });
  await base.db.vote.update({ where: { id: one.voteId }, data: { state } });
  return { electionId: one.electionId, actor: one.people.chair, input: { ...(await voteInput(one)), ...input }, breakIt: () => breakIt(one), expected };
};

/** Six papers counted twice; one member's seat stays empty. */
async function counted(): Promise<CountCase> {
  const one = await openCountCase(base.db, { papers: 6, registered: 10 });
  await countAll(base.db, one, one.voteId, times(6, paper(one.form, { chair: ["陈立"], vice: ["刘翠兰"], member: ["赵玉梅", "周强"] })));
  return one;
}
async function determined(): Promise<{ readonly one: CountCase; readonly determinationId: string }> {
  const one = await counted();
  await done(determineVote, base.db, one.people.chair, { ...(await voteInput(one)), differenceReason: "" });
  return { one, determinationId: (await base.db.determination.findFirstOrThrow({ where: { electionId: one.electionId }, select: { id: true } })).id };
}
const afterCount = async (input: (one: CountCase, determinationId: string) => Readonly<Record<string, unknown>>, expected: string, breakIt: ((determinationId: string) => Promise<unknown>) | null = null): Promise<Trial> => {
  const { one, determinationId } = await determined();
  return { electionId: one.electionId, actor: one.people.chair, input: input(one, determinationId), breakIt: breakIt === null ? null : () => breakIt(determinationId), expected };
};

/** Alters a stored outcome as only the owner of the database can. */
async function tamper(determinationId: string): Promise<void> {
  const owner = new Client({ connectionString: base.ownerUrl });
  await owner.connect();
  try {
    await owner.query('ALTER TABLE "Determination" DISABLE TRIGGER determination_frozen');
    await owner.query(`UPDATE "Determination" SET outcome = jsonb_set(outcome, '{valid}', 'false') WHERE id = $1`, [determinationId]);
    await owner.query('ALTER TABLE "Determination" ENABLE TRIGGER determination_frozen');
  } finally {
    await owner.end();
  }
}

const open = (data: object) => (one: CountCase) => base.db.stationAccount.updateMany({ where: { voteId: one.voteId }, data });

const trials: Readonly<Record<GuardedAct, () => Promise<Trial>>> = {
  announceCommittee: () => beforeVote("roll", ["electionCommittee"], "2026-03-14", { signedBy: "梁守田" }),
  publishRoll: () => beforeVote("roll", [], "2026-03-20", {}),
  announceNomination: () => beforeVote("nomination", ["nominationMethod"], "2026-04-02", arrangement),
  publishCandidates: () => beforeVote("nomination", [], "2026-04-08", { order: "votes" }),
  prepareOpenVote: () => beforeVote("nomination", [], "2026-04-08", {}, "combinedMeeting"),
  openVote: () => atVote("preparing", {}, (one) => base.db.election.update({ where: { id: one.electionId }, data: { auditPublishedOn: null } }), "auditNotPublished"),
  closeVote: () => atVote("open", {}, open({ issued: null }), "accountsOpen"),
  beginCount: () => atVote("closed", { size: 50, papers: 6 }, open({ returned: null }), "accountsOpen"),
  determine: async () => {
    const one = await counted();
    const reopen = () => base.db.bundle.updateMany({ where: { voteId: one.voteId }, data: { state: "compared" } });
    return { electionId: one.electionId, actor: one.people.chair, input: { ...(await voteInput(one)), differenceReason: "" }, breakIt: reopen, expected: "countNotClosed" };
  },
  announceResult: () => afterCount((_, determinationId) => ({ determinationId, acceptances: {} }), "determinationDiffers", tamper),
  openFollowingVote: () => afterCount((_, determinationId) => ({ determinationId, pollingDay: "2026-04-20", acceptances: {} }), "resultNotAnnounced"),
  issueCertificates: () => afterCount((one) => ({ electionId: one.electionId, acceptances: {} }), "resultNotAnnounced"),
};

const foundBefore = async (electionId: string, act: GuardedAct, day: string): Promise<readonly string[]> => (await beforeAct(base.db, electionId, act, day)).filter((one) => !one.ok && one.severity === "error").map((one) => one.code);
const everyReason = Object.fromEntries(guardTable.flatMap((check) => check.codes).map((code) => [code, "已经核实，情况属实"]));

describe("each act", () => {
  it.each(guardedActs)("%s is refused inside its transaction while an error of its guard stands, whatever reasons are given, and nothing is written", async (act) => {
    const { electionId, actor, input, day = "2026-04-18", breakIt, expected } = await trials[act]();
    if (breakIt !== null) expect(await foundBefore(electionId, act, day)).not.toContain(expected);
    await breakIt?.();
    expect(await foundBefore(electionId, act, day)).toContain(expected);
    const written = async () => [await base.db.notice.count({ where: { electionId } }), await base.db.ledgerEntry.count({ where: { scope: `election:${electionId}` } }), await base.db.acceptance.count({ where: { electionId } })];
    const before = await written();
    expect(codes(await run(commands[act], actor, { ...input, acceptances: everyReason }, day))).toContain(expected);
    expect(await written()).toEqual(before);
  });
});

/** One warning of a guard as its page shows it: no notice 3. */
async function warned() {
  const { one, chair } = await early("roll", ["registration"]);
  const standing = await guardStanding(base.db, one.electionId);
  if (standing === null) throw new Error("no case");
  const finding = guardLines("roll", standing.facts, "2026-03-20").map((line) => line.finding).find((each) => each.code === "registrationNotAnnounced");
  if (finding === undefined) throw new Error("no finding");
  const input = { electionId: one.electionId, phase: "roll", code: finding.code, subject: "", digest: digestOf(finding), reason: "已逐户上门通知并签收" };
  return { one, chair, input };
}

describe("a warning that is accepted on its guard's page", () => {
  it("is kept with reason, name and time; the chain holds a commitment, no words; a second click says that it is done", async () => {
    const { one, chair, input } = await warned();
    expect(await run(acceptWarning, chair, input, "2026-03-20")).toMatchObject({ ok: true, value: { phase: "roll" } });
    expect(await acceptancesOf(base.db, one.electionId)).toMatchObject([{ code: "registrationNotAnnounced", phase: "committee", reason: "已逐户上门通知并签收", name: "committeeChair", digest: input.digest }]);
    const entry = await base.db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${one.electionId}` }, orderBy: { sequence: "desc" } });
    expect(entry.command).toBe("guard.accept");
    expect(entry.payload).toContain("registrationNotAnnounced");
    expect(entry.payload).not.toContain("签收");
    expect(codes(await run(acceptWarning, chair, input, "2026-03-20"))).toEqual(["alreadyDone"]);
    expect(await beforeAct(base.db, one.electionId, "publishRoll", "2026-03-20")).not.toContainEqual(expect.objectContaining({ code: "registrationNotAnnounced" }));
  });
  it("is for the chair alone, and for a reason of more than three characters", async () => {
    const { one, chair, input } = await warned();
    for (const role of ["committeeMember", "registrar", "townshipOfficer", "guide", "observer", "administrator"] as const) expect(codes(await run(acceptWarning, await one.person(role), input, "2026-03-20")), role).toEqual(["forbidden"]);
    expect(codes(await run(acceptWarning, await (await openCase(base.db)).person("committeeChair"), input, "2026-03-20"))).toEqual(["forbidden"]);
    expect(codes(await run(acceptWarning, null, input, "2026-03-20"))).toEqual(["signedOut"]);
    expect(codes(await run(acceptWarning, chair, { ...input, reason: "没空" }, "2026-03-20"))).toEqual(["reasonTooShort"]);
    expect(codes(await run(acceptWarning, chair, { ...input, reason: "" }, "2026-03-20"))).toEqual(["required"]);
    expect(await base.db.acceptance.count({ where: { electionId: one.electionId } })).toBe(0);
  });
  it("is no error, no check that is in order, and no figures but those shown", async () => {
    const { one, chair, input } = await warned();
    expect(codes(await run(acceptWarning, chair, { ...input, digest: "0".repeat(64) }, "2026-03-20"))).toEqual(["conflict"]);
    expect(codes(await run(acceptWarning, chair, { ...input, code: "committeeNoChair" }, "2026-03-20"))).toEqual(["nothingToAccept"]);
    const standing = await guardStanding(base.db, one.electionId);
    const empty = guardLines("roll", standing?.facts ?? fail(), "2026-03-20").map((line) => line.finding).find((each) => each.code === "rollEmpty");
    expect(codes(await run(acceptWarning, chair, { ...input, code: "rollEmpty", digest: digestOf(empty ?? fail()) }, "2026-03-20"))).toEqual(["rollEmpty"]);
    expect(codes(await run(acceptWarning, chair, { ...input, code: "handoverDue", phase: "count" }, "2026-03-20"))).toEqual(["nothingToAccept"]);
  });
  it("stays for good: the database refuses changing, deleting and emptying", async () => {
    const { one, chair, input } = await warned();
    await run(acceptWarning, chair, input, "2026-03-20");
    const where = { electionId: one.electionId };
    await expect(base.db.acceptance.updateMany({ where, data: { reason: "别的理由" } })).rejects.toThrow();
    await expect(base.db.acceptance.deleteMany({ where })).rejects.toThrow();
    await expect(base.db.$executeRaw`TRUNCATE "Acceptance"`).rejects.toThrow();
    expect(await base.db.acceptance.count({ where })).toBe(1);
  });
  it("that was given within an act is kept the same way, and does not ask again", async () => {
    const one = await openCountCase(base.db, { papers: 6, registered: 12 });
    await base.db.vote.update({ where: { id: one.voteId }, data: { state: "open" } });
    await base.db.printRun.create({ data: { id: randomUUID(), electionId: one.electionId, voteId: one.voteId, colour: "粉红色", quantity: 20, serialFrom: 1, serialTo: 20, printedOn: "2026-04-15" } });
    expect(codes(await run(closeVote, one.people.chair, await voteInput(one)))).toEqual([]);
    expect(await run(closeVote, one.people.chair, { ...(await voteInput(one)), acceptances: { printedNotSupplied: "四张封存在村委会保险柜" } })).toMatchObject({ ok: true });
    expect(await acceptancesOf(base.db, one.electionId)).toMatchObject([{ code: "printedNotSupplied", phase: "ballot", reason: "四张封存在村委会保险柜" }]);
  });
});

describe("the guards of a case", () => {
  it.each(phases)("read the %s phase of a fresh, a lawful and a counted case without a fault", async (phase: Phase) => {
    const cases = [await openCase(base.db), (await early("nomination", [])).one, await openCountCase(base.db, { papers: 6, registered: 12 })];
    for (const { electionId } of cases) {
      const standing = await guardStanding(base.db, electionId);
      expect(guardLines(phase, standing?.facts ?? fail(), "2026-04-18").length).toBeGreaterThan(0);
    }
    expect(await guardStanding(base.db, randomUUID())).toBeNull();
  });
});

function fail(): never {
  throw new Error("not there");
}
