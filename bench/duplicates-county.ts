import type { Client } from "pg";
import { checkCharacter } from "../lib/chinese/identity-number.ts";
import { identityHash, seal } from "../lib/platform/crypto.ts";
import { personContext } from "../lib/roll/person-keys.ts";

/** A generated county: 20 townships of 25 villages, a million people on the rolls of one term. */
export const county = { id: "bench-county", code: "990000", term: 13, townships: 20, villages: 500, people: 1_000_000, large: 30_000 } as const;

/** What was put into it, for proving the search. */
export const planted = {
  /** People on two rolls of one township; one in five is left to the other village already. */
  inDrive: 2_000,
  /** Numbers held in two townships. */
  acrossTownships: 1_000,
  /** People of one township whose number is a digit off a number of its next village, and others who have none but name and birth in common. */
  oneDigit: 200, nameAndBirth: 50,
} as const;

const villagePeople = Math.floor((county.people - county.large - planted.inDrive - planted.acrossTownships) / (county.villages - 1));

/** Village of a person: the first is a large one, all others are of equal size. */
const placed = `CASE WHEN i < ${county.large} THEN 0 ELSE least(${county.villages - 1}, 1 + (i - ${county.large}) / ${villagePeople}) END`;

const frame = `
  INSERT INTO "County" (id, code, name) VALUES ('${county.id}', '${county.code}', '测量县');
  INSERT INTO "Township" (id, "countyId", code, name) SELECT 't' || t, '${county.id}', '${county.code}' || t, '第' || t || '镇' FROM generate_series(0, ${county.townships - 1}) t;
  INSERT INTO "Drive" (id, "townshipId", term, name, "createdAt") SELECT 'd' || t, 't' || t, ${county.term}, '换届选举', '2026-01-01' FROM generate_series(0, ${county.townships - 1}) t;
  INSERT INTO "Village" (id, "townshipId", code, name) SELECT 'v' || v, 't' || v / 25, 'v' || v, '第' || v || '村' FROM generate_series(0, ${county.villages - 1}) v;
  INSERT INTO "Election" (id, "driveId", "villageId", "countyCode", term, "electionDay", "nationalPack", parameters, "createdAt")
    SELECT 'e' || v, 'd' || v / 25, 'v' || v, '${county.code}', ${county.term}, '2026-04-18', 'CN-2025', '{}', '2026-01-01' FROM generate_series(0, ${county.villages - 1}) v;`;

const base = county.people - planted.inDrive - planted.acrossTownships;

/** Hashes and ids without order, as in real life: a keyed hash, random ids. */
const people = `
  INSERT INTO "Person" (id, "townshipId", "idHash", "idCipher", "idMask", "idKey")
    SELECT md5('p' || i)::uuid::text, 't' || (${placed}) / 25, sha256(convert_to('n' || i, 'UTF8')), sha256(convert_to('c' || i, 'UTF8')) || sha256(convert_to('d' || i, 'UTF8')), '990000***********' || i % 10, 'bench' FROM generate_series(0, ${base - 1}) i;
  INSERT INTO "RollEntry" (id, "electionId", "driveId", "personId", name, sex, "bornOn", relation, ethnicity, "groupNumber", "householdNumber", category, "livesHere", status, "openFindings", pinyin, "sourceRow")
    SELECT md5('r' || i)::uuid::text, 'e' || (${placed}), 'd' || (${placed}) / 25, md5('p' || i)::uuid::text,
      substr('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗', 1 + i % 20, 1) || substr('建国军伟强磊勇福贵忠孝明辉志刚山川海林波秀英兰梅芳玉珍桂霞娟', 1 + i / 7 % 30, 1) || substr('文博龙成宇浩丽静敏燕婷雪洁琴莲', 1 + i / 211 % 15, 1),
      CASE i % 2 WHEN 0 THEN 'male' ELSE 'female' END, to_char(date '1936-01-01' + (i::bigint * 7919 % 26000)::int, 'YYYY-MM-DD'), '子', '汉族', 1 + i % 12, lpad((i / 3)::text, 7, '0'), 1, true,
      CASE WHEN i % 10 = 0 THEN 'minor' ELSE 'listed' END, '{}', 'wangjianguowen wjgw', i FROM generate_series(0, ${base - 1}) i;`;

const copied = `name, sex, "bornOn", relation, ethnicity, "groupNumber", "householdNumber", category, "livesHere"`;

/** The same person on the roll of the next village of his township; the same number in the next township. Only people who are registered. */
const doubles = `
  INSERT INTO "RollEntry" (id, "electionId", "driveId", "personId", ${copied}, exclusion, status, "openFindings", pinyin, "sourceRow")
    SELECT md5('x' || i)::uuid::text, 'e' || v / 25 * 25 + (v + 1) % 25, 'd' || v / 25, "personId", ${copied}, CASE WHEN n % 5 = 0 THEN 'registeredElsewhere' END, CASE WHEN n % 5 = 0 THEN 'excluded' ELSE 'listed' END, '{}', pinyin, i
    FROM (SELECT n, i, ${placed} AS v FROM (SELECT n, 40001 + n * 450 AS i FROM generate_series(1, ${planted.inDrive}) n) s) c JOIN "RollEntry" e ON e.id = md5('r' || i)::uuid::text;
  INSERT INTO "Person" (id, "townshipId", "idHash", "idCipher", "idMask", "idKey")
    SELECT md5('q' || i)::uuid::text, 't' || ((${placed}) / 25 + 1) % ${county.townships}, sha256(convert_to('n' || i, 'UTF8')), sha256('c'), '990000***********1', 'bench' FROM (SELECT 40003 + n * 900 AS i FROM generate_series(1, ${planted.acrossTownships}) n) s;
  INSERT INTO "RollEntry" (id, "electionId", "driveId", "personId", ${copied}, status, "openFindings", pinyin, "sourceRow")
    SELECT md5('y' || i)::uuid::text, 'e' || (v + 25) % ${county.villages}, 'd' || (v / 25 + 1) % ${county.townships}, md5('q' || i)::uuid::text, ${copied}, 'listed', '{}', pinyin, i
    FROM (SELECT i, ${placed} AS v FROM (SELECT 40003 + n * 900 AS i FROM generate_series(1, ${planted.acrossTownships}) n) s) c JOIN "RollEntry" e ON e.id = md5('r' || i)::uuid::text;`;

/** A sound number of the county's area. */
function soundNumber(ordinal: number): string {
  const first17 = `990000${1950 + (ordinal % 50)}0101${String(ordinal % 1_000).padStart(3, "0")}`;
  return `${first17}${checkCharacter(first17) ?? ""}`;
}

/** People of village 3 whose numbers are not sound: a digit off the numbers of village 4, or without any number. */
async function weakPeople(client: Client): Promise<void> {
  const listed = await client.query<{ id: string; personId: string }>(`SELECT id, "personId" FROM "RollEntry" WHERE "electionId" = 'e4' AND status = 'listed' ORDER BY "sourceRow" LIMIT $1`, [planted.oneDigit + planted.nameAndBirth]);
  for (const [place, { id, personId }] of listed.rows.entries()) {
    const number = soundNumber(place);
    const wrong = `${number.slice(0, 16)}${(Number(number.charAt(16)) + 1) % 10}${number.slice(17)}`;
    const person = `weak-${place}`;
    const digit = place < planted.oneDigit;
    if (digit) await client.query(`UPDATE "Person" SET "idHash" = $1 WHERE id = $2`, [Buffer.from(identityHash(number)), personId]);
    await client.query(`INSERT INTO "Person" (id, "townshipId", "idCipher", "idKey") VALUES ($1, 't0', $2, $3)`, [person, digit ? Buffer.from(seal(wrong, personContext(person)).cipher) : null, digit ? "bench" : null]);
    await client.query(
      `INSERT INTO "RollEntry" (id, "electionId", "driveId", "personId", ${copied}, status, "openFindings", pinyin) SELECT $1, 'e3', 'd0', $1, ${digit ? copied.replace("name", "'未' || name") : copied}, 'listed', '{idCheckDigit}', pinyin FROM "RollEntry" WHERE id = $2`,
      [person, id],
    );
  }
}

/** Fills an empty database with the county. */
export async function makeCounty(client: Client): Promise<void> {
  for (const part of [frame, people, doubles]) await client.query(part);
  await weakPeople(client);
  await client.query(`VACUUM (ANALYZE) "Person"`);
  await client.query(`VACUUM (ANALYZE) "RollEntry"`);
  await client.query(`ANALYZE`);
}
