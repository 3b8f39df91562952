import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pinyinKeys } from "#lib/chinese/pinyin.ts";
import { dice } from "#lib/demo/random.ts";
import { openKinds, ROLL_PAGE, rollGroups, rollList, rollOverview, type RollFilter } from "#lib/roll/queries.ts";
import { openCase } from "#tests/support/case.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

/** What the list of a roll shows and finds, against a plain search through the same rows. */
let testDatabase: TestDatabase;
let electionId: string;

const names = ["张建国", "张伟", "李建", "吕秀英", "买买提·艾力", "欧阳国", "刘𬭎", "章国"] as const;
const kinds = ["idCheckDigit", "likelyDuplicate"] as const;

const thrown = dice(7);
const rows = Array.from({ length: 3 * ROLL_PAGE + 20 }, (_unused, index) => {
  const name = thrown.pick(names);
  const { full, initials } = pinyinKeys(name);
  const lot = thrown.below(5);
  return {
    id: randomUUID(), personId: randomUUID(), name, pinyin: `${full} ${initials}`, sex: thrown.below(2) === 0 ? "male" : "female", bornOn: "1970-05-01",
    groupNumber: [1, 2, 3, 9][thrown.below(4)] ?? 1, householdNumber: thrown.below(9) === 0 ? null : String(100 + thrown.below(40)), category: lot === 0 ? 2 : 1, livesHere: lot !== 0,
    status: lot === 0 ? "notStated" : lot === 1 ? "minor" : "listed", openFindings: thrown.below(6) === 0 ? kinds.filter(() => thrown.below(3) > 0) : [],
    sourceRow: index % 10 === 0 ? null : index + 4, paperName: index % 50 === 0 ? "代" : null,
    ...(lot === 0 && index % 3 === 0 ? { takesPart: false, heardOn: "2026-03-01", heardHow: "phone" } : { takesPart: null, heardOn: null, heardHow: null }),
  };
});

beforeAll(async () => {
  testDatabase = await openTestDatabase();
  const { db } = testDatabase;
  const one = await openCase(db);
  const other = await openCase(db);
  electionId = one.electionId;
  for (const place of [one, other]) {
    const own = place === one ? rows : rows.slice(0, 30).map((row) => ({ ...row, id: randomUUID(), personId: randomUUID() }));
    await db.person.createMany({ data: own.map(({ personId }) => ({ id: personId, townshipId: place.townshipId, idMask: "141002***********1" })) });
    await db.rollEntry.createMany({ data: own.map((row) => ({ ...row, electionId: place.electionId, driveId: place.driveId })) });
  }
});
afterAll(() => testDatabase.close());

async function all(filter: RollFilter): Promise<readonly string[]> {
  const first = await rollList(testDatabase.db, electionId, filter);
  const rest = [];
  for (let page = 2; page <= first.pages; page += 1) rest.push(...(await rollList(testDatabase.db, electionId, { ...filter, page })).rows);
  const ids: readonly string[] = [...first.rows, ...rest].map(({ id }) => id);
  expect(ids).toHaveLength(first.total);
  return ids;
}

type Row = (typeof rows)[number];
const inOrder = (found: readonly Row[]): readonly Row[] =>
  found.toSorted((a, b) => a.groupNumber - b.groupNumber || (a.sourceRow ?? Infinity) - (b.sourceRow ?? Infinity) || 0);

describe("the list of a roll", () => {
  const cases: readonly (readonly [RollFilter, (row: Row) => boolean])[] = [
    [{}, () => true],
    [{ text: "建国" }, ({ name }) => name.includes("建国")],
    [{ text: " 张　伟 " }, ({ name }) => name === "张伟"],
    [{ text: "买买提•艾力" }, ({ name }) => name === "买买提·艾力"],
    [{ text: "𬭎" }, ({ name }) => name === "刘𬭎"],
    [{ text: "zhang" }, ({ name }) => /[张章]/u.test(name)],
    [{ text: "ZJG" }, ({ name }) => name === "张建国"],
    [{ text: "lüxiuying" }, ({ name }) => name === "吕秀英"],
    [{ text: "１1" }, ({ householdNumber }) => householdNumber?.includes("11") === true],
    [{ text: "%" }, () => false],
    [{ text: "_" }, () => false],
    [{ text: "'; --" }, () => false],
    [{ group: 9 }, ({ groupNumber }) => groupNumber === 9],
    [{ group: 4 }, () => false],
    [{ status: "minor" }, ({ status }) => status === "minor"],
    [{ status: "unheard" }, ({ category, heardOn }) => category === 2 && heardOn === null],
    [{ status: "open" }, ({ openFindings }) => openFindings.length > 0],
    [{ status: "added" }, () => true],
    [{ status: "printless" }, ({ paperName }) => paperName !== null],
    [{ finding: "idCheckDigit" }, ({ openFindings }) => openFindings.includes("idCheckDigit")],
    [{ category: 2, group: 2, text: "国" }, (row) => row.category === 2 && row.groupNumber === 2 && row.name.includes("国")],
    [{ status: "open", finding: "likelyDuplicate", group: 1 }, (row) => row.groupNumber === 1 && row.openFindings.includes("likelyDuplicate")],
  ];
  test.each(cases)("narrowed by %o shows everybody whom a plain search finds, each once, by group and as in the register", async (filter, wanted) => {
    const ids = await all(filter);
    const expected = rows.filter(wanted);
    expect(new Set(ids)).toEqual(new Set<string>(expected.map(({ id }) => id)));
    expect(ids).toHaveLength(expected.length);
    const place = new Map<string, string>(inOrder(expected).map((row) => [row.id, `${row.groupNumber} ${row.sourceRow}`]));
    expect(ids.map((id) => place.get(id))).toEqual(inOrder(expected).map((row) => `${row.groupNumber} ${row.sourceRow}`));
  });

  test("gives its last page when a later one is asked for", async () => {
    const { page, pages, rows: last } = await rollList(testDatabase.db, electionId, { page: 99 });
    expect([page, pages, last.length]).toEqual([4, 4, 20]);
  });

  test("names the groups that it has, and what is to be settled with how many people", async () => {
    expect(await rollGroups(testDatabase.db, electionId)).toEqual([1, 2, 3, 9]);
    const expected = kinds.map((kind) => ({ kind, people: rows.filter(({ openFindings }) => openFindings.includes(kind)).length }));
    expect(new Set(await openKinds(testDatabase.db, electionId))).toEqual(new Set(expected));
    expect((await rollOverview(testDatabase.db, electionId)).openFindings).toBe(rows.filter(({ openFindings }) => openFindings.length > 0).length);
  });
});
