import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import { electionLaw, lawFields } from "#lib/election/law.ts";
import type { Parameter, ProvincePack } from "#lib/law/pack.ts";
import { CN_ZJ_2020 } from "#lib/law/packs/zhejiang.ts";
import { openChain } from "#lib/ledger/append.ts";
import { choosePack, confirmUpload, discardUpload, uploadPack } from "#lib/pack/commands.ts";
import { moveElection, setMethod } from "#lib/pack/election-commands.ts";
import { lawView, newerPacks, outdatedElections, packOf } from "#lib/pack/queries.ts";
import { execute } from "#lib/platform/command.ts";
import type { Refusal } from "#lib/platform/refusal.ts";
import type { Result } from "#lib/platform/result.ts";
import { openElections } from "#lib/township/commands.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const clock = (): Date => new Date("2026-02-02T02:00:00Z");

let database: TestDatabase;
let own: TestCase;
let administrator: Actor;
let officer: Actor;

/** A county in 浙江 with its own chain, and one election that keeps the program's pack by its id alone, as before versions. */
async function zhejiangCase(): Promise<TestCase> {
  const one = await openCase(database.db);
  await database.db.county.update({ where: { id: one.countyId }, data: { provincePack: "CN-ZJ-2020" } });
  await database.db.election.update({ where: { id: one.electionId }, data: { provincePack: "CN-ZJ-2020" } });
  await database.db.$transaction((tx) => openChain(tx, { kind: "county", id: one.countyId }));
  return one;
}

beforeAll(async () => {
  database = await openTestDatabase();
  own = await zhejiangCase();
  administrator = await own.person("countyAdministrator");
  officer = await own.person("townshipOfficer");
});
afterAll(() => database.close());

const cite = (article: string) => ({ text: "浙江省村民委员会选举办法(2026)", article, confidence: "seen" }) as const;

/** The pack of 浙江 from a day on, with some parameters otherwise. */
const later = (inForceFrom: string, parameters: ProvincePack["parameters"] = { runoffDays: { value: 20, citation: cite("29"), limits: { max: 20 } } }): ProvincePack => ({
  ...CN_ZJ_2020, inForceFrom, parameters: { ...CN_ZJ_2020.parameters, ...parameters },
});

const upload = (file: unknown, actor = administrator, countyId = own.countyId) =>
  execute(uploadPack, { db: database.db, actor, clock }, { countyId, file: typeof file === "string" ? file : JSON.stringify(file) });
const context = (actor: Actor) => ({ db: database.db, actor, clock });

function codesOf(result: Result<unknown, Refusal>): readonly string[] {
  if (result.ok) return ["ok"];
  if (result.error.kind === "invalid") return result.error.issues.map((issue) => `${issue.code}:${String(issue.params["parameter"] ?? issue.field)}`);
  return result.error.kind === "findings" ? result.error.findings.map((finding) => `${finding.code}:${finding.fields.join()}`) : [result.error.kind];
}

/** Uploads and confirms. */
async function bringIn(pack: ProvincePack, one = own, actor = administrator): Promise<string> {
  const uploaded = await upload(pack, actor, one.countyId);
  if (!uploaded.ok) throw new Error(codesOf(uploaded).join());
  const confirmed = await execute(confirmUpload, context(actor), { uploadId: uploaded.value.uploadId });
  if (!confirmed.ok) throw new Error(codesOf(confirmed).join());
  return confirmed.value.versionId;
}

const versionsIn = (countyId: string): Promise<number> => database.db.packVersion.count({ where: { countyId } });
const waiting = (): Promise<number> => database.db.packUpload.count({ where: { countyId: own.countyId } });

describe("bringing a pack in", () => {
  const bad = (parameters: Readonly<Record<string, unknown>>) => ({ ...later("2026-03-01"), parameters: { ...CN_ZJ_2020.parameters, ...parameters } });
  const citation = cite("1");
  it.each([
    ["a file that is no JSON", "{", ["packNotJson:file"]],
    ["something else than a pack", [1], ["packNotAPack:"]],
    ["an unknown parameter", bad({ proxyLimit: { value: 3, citation } }), ["packUnknownParameter:proxyLimit"]],
    ["a value of the wrong kind", bad({ runoffDays: { value: "thirty", citation } }), ["packWrongKind:runoffDays"]],
    ["no source", bad({ runoffDays: { value: 20 } }), ["packNoSource:runoffDays"]],
    ["an article that is missing", bad({ runoffDays: { value: 20, citation: { ...citation, article: "" } } }), ["packNoArticle:runoffDays"]],
    ["a value outside its own limits", bad({ runoffDays: { value: 31, citation, limits: { max: 30 } } }), ["packOutsideOwnLimits:runoffDays"]],
    ["limits the wrong way round", bad({ runoffDays: { value: 5, citation, limits: { min: 9, max: 3 } } }), ["packLimits:runoffDays"]],
    ["a least above the most", bad({ committeeSizeMin: { value: 11, citation } }), ["packMinAboveMax:committeeSizeMin"]],
    ["a value that the national law forbids", bad({ proxyCap: { value: 4, citation } }), ["packOutsideNational:proxyCap"]],
    ["days that overlap with the program's own version", later("2020-07-31"), ["packOverlap:inForceFrom"]],
    ["a last day before the first", { ...later("2026-03-01"), inForceUntil: "2026-02-01" }, ["packDatesReversed:inForceUntil"]],
    ["another province", { ...later("2026-03-01"), region: "CN-SH" }, ["packWrongProvince:region"]],
    ["nothing new", { ...CN_ZJ_2020, inForceFrom: "2026-03-01" }, ["packNothingNew:parameters"]],
    ["several faults at once", bad({ nothing: { value: 1, citation }, runoffDays: { value: "x", citation }, listDays: { value: 25 }, proxyCap: { value: 4, citation } }), ["packUnknownParameter:nothing", "packWrongKind:runoffDays", "packNoSource:listDays", "packOutsideNational:proxyCap"]],
  ])("refuses %s, and writes nothing", async (_, file, codes) => {
    expect([...codesOf(await upload(file))].sort()).toEqual([...codes].sort());
    expect([await waiting(), await versionsIn(own.countyId)]).toEqual([0, 0]);
  });
  it("lets an old rule that the national law overtook stand as it was", async () => {
    const one = await zhejiangCase();
    const result = await upload(later("2026-03-01"), await one.person("countyAdministrator"), one.countyId);
    expect(codesOf(result)).toEqual(["ok"]);
  });
  it.each(["countyReader", "townshipOfficer", "committeeChair", "administrator"] as const)("refuses it to the %s", async (role) => {
    expect(codesOf(await upload(later("2026-03-01"), await own.person(role)))).toEqual(["forbidden"]);
  });
  it("refuses it to the administrator of another county, and for a county that is none", async () => {
    const other = await zhejiangCase();
    expect(codesOf(await upload(later("2026-03-01"), await other.person("countyAdministrator")))).toEqual(["forbidden"]);
    expect(codesOf(await upload(later("2026-03-01"), administrator, randomUUID()))).toEqual(["notFound"]);
  });
  it("keeps an upload waiting until it is confirmed or thrown away, by the county's own administrator only", async () => {
    const one = await zhejiangCase();
    const admin = await one.person("countyAdministrator");
    const uploaded = await upload(later("2026-03-01"), admin, one.countyId);
    const uploadId = uploaded.ok ? uploaded.value.uploadId : "";
    expect(await versionsIn(one.countyId)).toBe(0);
    expect(codesOf(await execute(confirmUpload, context(administrator), { uploadId }))).toEqual(["forbidden"]);
    expect(codesOf(await execute(discardUpload, context(administrator), { uploadId }))).toEqual(["forbidden"]);
    expect(codesOf(await execute(discardUpload, context(admin), { uploadId }))).toEqual(["ok"]);
    expect(codesOf(await execute(confirmUpload, context(admin), { uploadId }))).toEqual(["notFound"]);
  });
  it("checks again at the confirmation: of two uploads for one day the second is refused", async () => {
    const one = await zhejiangCase();
    const admin = await one.person("countyAdministrator");
    const uploads = [await upload(later("2026-03-01"), admin, one.countyId), await upload(later("2026-03-01", { runoffDays: { value: 10, citation: cite("29") } }), admin, one.countyId)];
    const confirmed = [];
    for (const uploaded of uploads) confirmed.push(codesOf(await execute(confirmUpload, context(admin), { uploadId: uploaded.ok ? uploaded.value.uploadId : "" })));
    expect(confirmed).toEqual([["ok"], ["packOverlap:inForceFrom"]]);
  });
});

describe("choosing the program's own pack", () => {
  it("is for the county's administrator, for a pack of its province, and leaves running elections alone", async () => {
    const one = await openCase(database.db);
    await database.db.county.update({ where: { id: one.countyId }, data: { code: "330198" } });
    await database.db.$transaction((tx) => openChain(tx, { kind: "county", id: one.countyId }));
    const choose = async (actor: Actor, packId: string) => codesOf(await execute(choosePack, context(actor), { countyId: one.countyId, packId }));
    const admin = await one.person("countyAdministrator");
    expect(await choose(await one.person("countyReader"), "CN-ZJ-2020")).toEqual(["forbidden"]);
    expect(await choose(administrator, "CN-ZJ-2020")).toEqual(["forbidden"]);
    expect(await choose(admin, "CN-SH-2020")).toEqual(["invalidChoice:packId"]);
    expect(await choose(admin, "CN-ZJ-2020")).toEqual(["ok"]);
    expect((await lawView(database.db, one.electionId))?.law.province).toBeNull();
    expect((await outdatedElections(database.db, one.townshipId)).map((election) => election.id)).toEqual([one.electionId]);
  });
});

describe("versions", () => {
  it("what was exported, edited and brought in comes out again as it went in", async () => {
    const one = await zhejiangCase();
    const admin = await one.person("countyAdministrator");
    const exported = await packOf(database.db, one.countyId, "CN-ZJ-2020");
    const edited: ProvincePack = JSON.parse(JSON.stringify({ ...exported?.pack, inForceFrom: "2026-03-01", name: { "zh-CN": "浙江（修订）", en: "Zhejiang, revised" } }));
    const versionId = await bringIn(edited, one, admin);
    expect((await packOf(database.db, one.countyId, versionId))?.pack).toEqual(edited);
    expect(await packOf(database.db, own.countyId, versionId)).toBeNull();
  });
  it("a version stays as it is: the database refuses to change or delete it", async () => {
    const one = await zhejiangCase();
    const id = await bringIn(later("2026-03-01"), one, await one.person("countyAdministrator"));
    await expect(database.db.packVersion.update({ where: { id }, data: { content: "{}" } })).rejects.toThrow();
    await expect(database.db.packVersion.delete({ where: { id } })).rejects.toThrow();
  });
  it("an election opened on a day takes the version in force then, and keeps it when the next one begins", async () => {
    const one = await zhejiangCase();
    const admin = await one.person("countyAdministrator");
    const two = await database.db.village.create({ data: { id: randomUUID(), townshipId: one.townshipId, code: "202", name: "石桥村" } });
    const first = await bringIn(later("2026-03-01"), one, admin);
    const open = await execute(openElections, context(await one.person("townshipOfficer")), { driveId: one.driveId, villageIds: [two.id], electionDay: "2026-04-18", acceptances: {} });
    const electionId = open.ok ? (open.value.electionIds[0] ?? "") : codesOf(open).join();
    await bringIn(later("2026-04-01", { runoffDays: { value: 12, citation: cite("29") } }), one, admin);
    const row = await database.db.election.findUniqueOrThrow({ where: { id: electionId }, select: { ...lawFields, provinceVersionId: true, nationalVersionId: true } });
    expect([row.provinceVersionId, electionLaw(row).values.runoffDays]).toEqual([first, 20]);
    expect(row.nationalVersionId).not.toBeNull();
    expect((await outdatedElections(database.db, one.townshipId)).map((election) => election.id).sort()).toEqual([electionId, one.electionId].sort());
  });
  it("an election day before the pack's start is refused", async () => {
    const one = await zhejiangCase();
    const two = await database.db.village.create({ data: { id: randomUUID(), townshipId: one.townshipId, code: "202", name: "石桥村" } });
    const open = await execute(openElections, context(await one.person("townshipOfficer")), { driveId: one.driveId, villageIds: [two.id], electionDay: "2018-12-01", acceptances: {} });
    expect(codesOf(open)).toContain("electionDayBeforePack:electionDay");
  });
});

describe("moving one election to newer rules", () => {
  /** A county that brought in a version, its election still under the program's own. */
  async function moved(parameters?: ProvincePack["parameters"]) {
    const one = await zhejiangCase();
    await bringIn(later("2026-03-01", parameters), one, await one.person("countyAdministrator"));
    const view = await lawView(database.db, one.electionId);
    const newer = view === null ? null : await newerPacks(database.db, view);
    if (view === null || newer === null) throw new Error("nothing newer");
    const move = async (actor: Actor, packs = newer.token) => codesOf(await execute(moveElection, context(actor), { electionId: one.electionId, version: view.version, packs }));
    return { one, newer, move, officer: await one.person("townshipOfficer") };
  }
  it("shows the differences, moves, enters them in the ledger, and has nothing newer afterwards", async () => {
    const { one, newer, move, officer: mover } = await moved();
    expect([newer.changed.map((row) => [row.key, row.before?.value, row.after?.value]), newer.resourced]).toEqual([[["runoffDays", 30, 20]], []]);
    expect(await move(mover)).toEqual(["ok"]);
    const view = await lawView(database.db, one.electionId);
    expect([view?.law.values.runoffDays, view === null ? null : await newerPacks(database.db, view)]).toEqual([20, null]);
    const entry = await database.db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${one.electionId}`, command: "election.moveLaw" } });
    expect(entry.payload).toContain('"changed":["runoffDays"]');
    expect(await move(mover)).toEqual(["conflict"]);
  });
  it.each(["countyAdministrator", "countyReader", "committeeChair", "guide"] as const)("refuses it to the %s", async (role) => {
    const { one, move } = await moved();
    expect(await move(await one.person(role))).toEqual(["forbidden"]);
  });
  it("refuses it to the officer of another township, and for rules that were not shown", async () => {
    const { move, officer: mover } = await moved();
    expect(await move(officer)).toEqual(["forbidden"]);
    expect(await move(mover, "other.other")).toEqual(["conflict"]);
  });
  it("is refused once a list is out and a rule of the list changes, not when another rule does", async () => {
    const list: Parameter<number> = { value: 25, citation: cite("14") };
    const changed = await moved({ listDays: list });
    const other = await moved();
    for (const { one } of [changed, other]) {
      await database.db.rollVersion.create({ data: { id: randomUUID(), electionId: one.electionId, number: 1, electionDay: one.electionDay, publishedOn: "2026-03-20", publishedAt: clock(), total: 0, men: 0, women: 0, byGroup: [], sha256: "0".repeat(64) } });
    }
    expect(await changed.move(changed.officer)).toEqual(["packsActedOn:null"]);
    expect(await other.move(other.officer)).toEqual(["ok"]);
  });
  it("is refused once the vote has opened, whatever changes", async () => {
    const { one, move, officer: mover } = await moved();
    await database.db.vote.create({ data: { id: randomUUID(), electionId: one.electionId, number: 1, kind: "regular", heldOn: one.electionDay, state: "open", openedAt: clock() } });
    expect(await move(mover)).toEqual(["packsVoteOpened:null"]);
  });
  it("is refused while the village's own method lies outside the newer limits", async () => {
    const { one, move, officer: mover } = await moved();
    await database.db.election.update({ where: { id: one.electionId }, data: { parameters: { runoffDays: 30 } } });
    expect(await move(mover)).toEqual(["parameterOutsideLimits:parameters.runoffDays"]);
  });
});

describe("the village's own method", () => {
  const set = async (one: TestCase, actor: Actor, method: Readonly<Record<string, string>>, more: Readonly<Record<string, unknown>> = {}) => {
    const { version } = await database.db.election.findUniqueOrThrow({ where: { id: one.electionId }, select: { version: true } });
    return execute(setMethod, context(actor), { electionId: one.electionId, version, passedOn: "2026-02-01", passedBy: "representatives", method, ...more });
  };
  it("is kept inside the limits, decides the law of the case, and says who passed it", async () => {
    const one = await zhejiangCase();
    const chair = await one.person("committeeChair");
    expect(codesOf(await set(one, chair, { proxyCap: "2", runoffDays: "15", primaryBy: "representatives", archiveYears: "" }))).toEqual(["ok"]);
    const view = await lawView(database.db, one.electionId);
    expect([view?.law.values.proxyCap, view?.law.sources.proxyCap, view?.law.values.runoffDays, view?.law.values.primaryBy]).toEqual([2, "village", 15, "representatives"]);
    expect([view?.passedOn, view?.passedBy]).toEqual(["2026-02-01", "representatives"]);
    const entry = await database.db.ledgerEntry.findFirstOrThrow({ where: { scope: `election:${one.electionId}`, command: "committee.setMethod" } });
    expect(entry.payload).toContain('{"from":"null","key":"proxyCap","to":"2"}');
  });
  it.each([
    ["a proxy cap of 4", { proxyCap: "4" }, "parameterOutsideLimits:method.proxyCap", "村民委员会组织法(2025)", "18"],
    ["a list 19 days before", { listDays: "19" }, "parameterOutsideLimits:method.listDays", "村民委员会组织法(2025)", "17"],
    ["a run-off after 31 days", { runoffDays: "31" }, "parameterOutsideLimits:method.runoffDays", "浙江省村民委员会选举办法(2020)", "29"],
    ["a handover of 11 days", { handoverDays: "11" }, "parameterOutsideLimits:method.handoverDays", "村民委员会组织法(2025)", "24"],
  ])("refuses %s and names the article that forbids it", async (_, method, code, text, article) => {
    const one = await zhejiangCase();
    const result = await set(one, await one.person("committeeChair"), method);
    expect(codesOf(result)).toEqual([code]);
    const citation = !result.ok && result.error.kind === "findings" ? result.error.findings[0]?.citation : null;
    expect([citation?.text, citation?.article]).toEqual([text, article]);
    expect((await lawView(database.db, one.electionId))?.method).toEqual({});
  });
  it("refuses what no village may set, what is no value, and a day ahead", async () => {
    const one = await zhejiangCase();
    const chair = await one.person("committeeChair");
    expect(codesOf(await set(one, chair, { voterAge: "16", proxyCap: "many" }))).toEqual(["methodUnknown:voterAge", "methodNoValue:proxyCap"]);
    expect(codesOf(await set(one, chair, { proxyCap: "2" }, { passedOn: "2026-02-03" }))).toEqual(["dayAhead:passedOn"]);
    expect(codesOf(await set(one, chair, { proxyCap: "2" }, { version: 99 }))).toEqual(["conflict"]);
  });
  it.each(["townshipOfficer", "countyAdministrator", "guide", "registrar", "observer"] as const)("refuses it to the %s", async (role) => {
    const one = await zhejiangCase();
    expect(codesOf(await set(one, await one.person(role), { proxyCap: "2" }))).toEqual(["forbidden"]);
  });
  it("may no longer change what was acted upon, but still what was not", async () => {
    const one = await zhejiangCase();
    const chair = await one.person("committeeChair");
    await database.db.vote.create({ data: { id: randomUUID(), electionId: one.electionId, number: 1, kind: "regular", heldOn: one.electionDay, state: "open", openedAt: clock() } });
    expect(codesOf(await set(one, chair, { proxyCap: "2" }))).toEqual(["methodFixed:proxyCap"]);
    expect(codesOf(await set(one, chair, { handoverDays: "8" }))).toEqual(["ok"]);
  });
});
