import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#lib/access/actor.ts";
import type { Database } from "#lib/database/client.ts";
import { confirmApplication, recordApplication } from "#lib/roll/entry/application-commands.ts";
import { addEntry, correctEntry } from "#lib/roll/entry/commands.ts";
import { identityInFull, viewIdentity } from "#lib/roll/entry/identity-view.ts";
import { entryDetail } from "#lib/roll/entry/queries.ts";
import { recordContact } from "#lib/roll/entry/contact-commands.ts";
import { entryHistory } from "#lib/roll/events.ts";
import { awayHeard, rollStatistics } from "#lib/roll/statistics.ts";
import { openCase, type TestCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { type Runnable, issues, valueOf } from "#tests/support/outcome.ts";

let testDatabase: TestDatabase;
let db: Database;
let place: TestCase;
let registrar: Actor;
let chair: Actor;
const clock = () => new Date("2026-03-10T02:00:00Z");
const NUMBER = "110105194912310038";

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  db = testDatabase.db;
  place = await openCase(db, "2026-04-18");
  registrar = await place.person("registrar");
  chair = await place.person("committeeChair");
});
afterAll(() => testDatabase.close());

const run = <Output>(command: Runnable<Output>, input: unknown, actor: Actor = registrar) => command.run({ db, actor, clock }, input);
const add = async (input: Readonly<Record<string, string>>) => valueOf(await run(addEntry, { electionId: place.electionId, groupNumber: "1", category: "1", ...input })).entryId;
const entry = (id: string) => db.rollEntry.findUniqueOrThrow({ where: { id } });

/** Gives the case the law of a province. */
async function under(provincePack: string): Promise<TestCase> {
  const other = await openCase(db, "2026-04-18");
  await db.election.update({ where: { id: other.electionId }, data: { provincePack } });
  return other;
}

describe("typing an entry by hand", () => {
  it("fills birth and sex from a sound number, and keeps the finding of a number of 15 digits as the import does", async () => {
    const id = await add({ name: "王老五", idNumber: "110105491231004" });
    expect(await entry(id)).toMatchObject({ bornOn: "1949-12-31", sex: "female", openFindings: ["id15"] });
    expect(issues(await run(addEntry, { electionId: place.electionId, name: "李无号", groupNumber: "1", category: "1", bornOn: "1970-01-01" }))).toEqual(["sex:notChosen"]);
    expect(issues(await run(addEntry, { electionId: place.electionId, name: "李无号", groupNumber: "1", category: "1", sex: "male", bornOn: "" }))).toEqual(["bornOn:required"]);
  });

  it("takes an ethnic group of the list, however it is written, and leaves one on record as it stands", async () => {
    const id = await add({ name: "石阿妹", sex: "female", bornOn: "1980-02-03", ethnicity: "畬" });
    expect((await entry(id)).ethnicity).toBe("畲族");
    expect(issues(await run(addEntry, { electionId: place.electionId, name: "石阿姐", sex: "female", bornOn: "1980-02-04", groupNumber: "1", category: "1", ethnicity: "精灵族" }))).toEqual(["ethnicity:unknownEthnicity"]);
    await db.rollEntry.update({ where: { id }, data: { ethnicity: "某某人" } });
    const typed = { entryId: id, version: "2", name: "石阿妹", sex: "female", bornOn: "1980-02-03", groupNumber: "1", category: "1" };
    valueOf(await run(correctEntry, { ...typed, ethnicity: "某某人" }));
    expect((await entry(id)).ethnicity).toBe("某某人");
  });

  it("reports a namesake of the same birth as likely twice", async () => {
    await add({ name: "周同名", sex: "male", bornOn: "1949-12-31" });
    const id = await add({ name: "周同名", idNumber: "110105194912310011" });
    expect((await entry(id)).openFindings).toEqual(["likelyDuplicate"]);
  });
});

describe("looking at a whole identity number", () => {
  let id: string;
  beforeAll(async () => {
    id = await add({ name: "张国强", idNumber: NUMBER });
  });

  it("needs a reason, and leaves it in the ledger as a commitment and in the history in words", async () => {
    expect(issues(await run(viewIdentity, { entryId: id, reason: " " }))).toEqual(["reason:required"]);
    const requestId = "0b9c3f6e-5a43-4a53-9f5b-1d8b9c1f0a11";
    const output = valueOf(await viewIdentity.run({ db, actor: registrar, clock, requestId }, { entryId: id, reason: "核对身份证原件" }));
    expect(output).toEqual({ electionId: place.electionId, entryId: id });
    expect(await identityInFull(db, id)).toBe(NUMBER);
    expect((await entryHistory(db, place.electionId, id)).find(({ kind }) => kind === "viewed")).toMatchObject({ byName: registrar.name, detail: { reason: "核对身份证原件" } });
    const kept = JSON.stringify([await db.commandReceipt.findMany({ where: { requestId } }), await db.ledgerEntry.findMany({ where: { scope: `election:${place.electionId}` } }), await db.rollEvent.findMany({ where: { entryId: id } }), await entryDetail(db, place.electionId, id)]);
    expect(kept).toContain("roll.viewIdentity");
    expect(kept).not.toContain(NUMBER);
    expect(JSON.stringify(await db.ledgerEntry.findMany({ where: { command: "roll.viewIdentity" } }))).not.toContain("核对身份证原件");
  });

  it("is for the chair and the registrar of this village alone", async () => {
    for (const role of ["committeeMember", "teller", "observer", "townshipOfficer", "countyReader"] as const) {
      expect(issues(await run(viewIdentity, { entryId: id, reason: "看看" }, await place.person(role))), role).toEqual(["forbidden"]);
    }
    expect(issues(await run(viewIdentity, { entryId: id, reason: "看看" }, await (await openCase(db, "2026-04-18")).person("registrar")))).toEqual(["forbidden"]);
    valueOf(await run(viewIdentity, { entryId: id, reason: "看看" }, chair));
  });

  it("has nothing to show of somebody without a number", async () => {
    expect(issues(await run(viewIdentity, { entryId: await add({ name: "吴无号", sex: "male", bornOn: "1971-01-01" }), reason: "看看" }))).toEqual(["null:noIdentity"]);
  });
});

describe("applications of the third category", () => {
  const outsider = async (at: TestCase, name: string) =>
    valueOf(await run(addEntry, { electionId: at.electionId, name, sex: "male", bornOn: "1979-06-12", groupNumber: "1", category: "3" }, await at.person("registrar"))).entryId;
  const apply = async (at: TestCase, entryId: string, more: Readonly<Record<string, string>> = {}) =>
    run(recordApplication, { entryId, version: "2", ground: "lived", since: "2024-05-01", appliedOn: "2026-03-01", ...more }, await at.person("registrar"));

  it("R-05: name a year's residence by election day, and a day that is not to come", async () => {
    const id = await outsider(place, "钱一年");
    expect(issues(await apply(place, id, { since: "2025-04-19" }))).toEqual(["since:tooShortTime"]);
    expect(issues(await apply(place, id, { appliedOn: "2026-03-11" }))).toEqual(["appliedOn:inFuture"]);
    expect(issues(await apply(place, id, { certificateIssuer: "外村村委会" }))).toEqual(["certificateDay:required"]);
    valueOf(await apply(place, id, { since: "2025-04-18" }));
    expect(await entry(id)).toMatchObject({ status: "notApproved", application: { ground: "lived", since: "2025-04-18", appliedOn: "2026-03-01", certificate: null } });
    expect((await entryHistory(db, place.electionId, id))[0]).toMatchObject({ kind: "applied", detail: { after: { ground: "lived", since: "2025-04-18" } } });
  });

  it("R-06: take a year's village work where the law in force knows it", async () => {
    const id = await outsider(place, "钱村务");
    const result = await apply(place, id, { ground: "villageWork" });
    const detail = await entryDetail(db, place.electionId, id);
    expect([result.ok, detail?.law.values.voterCategoryThree]).toEqual([true, "livedOrVillageWork"]);
  });

  it("P-08: take a province's own groups there and nowhere else; those that its committee may confirm need no meeting", async () => {
    expect(issues(await apply(place, await outsider(place, "孙婚入"), { ground: "marriedIn" }))).toEqual(["ground:groundNotInLaw"]);
    const shanghai = await under("CN-SH-2020");
    const id = await outsider(shanghai, "孙婚入");
    const committee = await shanghai.person("committeeMember");
    expect(issues(await run(confirmApplication, { entryId: id, version: "2", confirmedOn: "2026-03-09" }, committee))).toEqual(["null:notApplied"]);
    valueOf(await apply(shanghai, id, { ground: "marriedIn", since: "2026-01-10" }));
    expect(issues(await run(confirmApplication, { entryId: id, version: "3", confirmedOn: "2026-03-09" }, await shanghai.person("registrar")))).toEqual(["forbidden"]);
    valueOf(await run(confirmApplication, { entryId: id, version: "3", confirmedOn: "2026-03-09" }, committee));
    expect(await entry(id)).toMatchObject({ status: "listed", takesPart: true, consent: { meeting: "committee", ground: "marriedIn", consentedOn: "2026-03-09" } });
    const lived = await outsider(shanghai, "孙居住");
    valueOf(await apply(shanghai, lived));
    expect(issues(await run(confirmApplication, { entryId: lived, version: "3", confirmedOn: "2026-03-09" }, committee))).toEqual(["null:meetingAdmits"]);
  });
});

describe("statements of people away", () => {
  it("are counted as heard, as the register says, or open", async () => {
    const at = await openCase(db, "2026-04-18");
    const by = await at.person("registrar");
    const away = async (name: string) => valueOf(await run(addEntry, { electionId: at.electionId, name, sex: "male", bornOn: "1970-01-01", groupNumber: "1", category: "2" }, by)).entryId;
    const [yes, no, register, sought] = [await away("甲某"), await away("乙某"), await away("丙某"), await away("丁某")];
    await away("戊某");
    const heard = (entryId: string, said: string, outcome = "heard") => run(recordContact, { entryId, version: "2", how: "phone", outcome, said, day: "2026-03-09" }, by);
    valueOf(await heard(yes, "takesPart"));
    valueOf(await heard(no, "declines"));
    valueOf(await heard(sought, "none", "notReached"));
    await db.rollEntry.update({ where: { id: register }, data: { takesPart: true, status: "listed" } });
    const statistics = await rollStatistics(db, at.electionId, "2026-04-18");
    expect(statistics.away).toEqual(["heardYes", "heardNo", "registerYes", "sought", "silent"].map((key) => ({ key, all: 1, women: 0 })));
    expect(awayHeard(statistics)).toEqual({ away: 5, heard: 2, open: 3 });
  });
});
