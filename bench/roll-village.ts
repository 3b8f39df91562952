import { randomUUID } from "node:crypto";
import { actorOfAccount } from "../lib/access/session.ts";
import { addDays, today } from "../lib/calendar/day.ts";
import { pinyinKeys } from "../lib/chinese/pinyin.ts";
import { connect } from "../lib/database/client.ts";
import { dice } from "../lib/demo/random.ts";
import { demoPassword, hire, type World } from "../lib/demo/world.ts";

/**
 * Gives the demonstration village that has just begun a roll of 30,000 people and five registrars, so that its pages can
 * be measured. Prints what they need as JSON.
 */
const people = 30_000;
const groups = 30;
const registrars = 5;
/** Of a thousand entries: minors, people away who have said nothing, excluded, with a finding to settle. */
const shares = { minor: 110, notStated: 40, excluded: 6, open: 12 } as const;

const surnames = Array.from("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎");
const given = Array.from("建国军伟强磊勇福贵忠孝明辉志刚山川海林波宇浩文博龙成秀英兰梅芳玉珍桂霞娟丽静敏燕婷雪洁琴莲淑慧欣怡香翠巧");

const db = connect(process.env["DATABASE_URL"] ?? "");
const now = new Date();
const world: World = { db, day: today(now), now };
const account = await db.account.findUniqueOrThrow({ where: { username: "lg-zhuren" }, select: { id: true, grants: { where: { scopeKind: "election" }, select: { scopeId: true } } } });
const chair = await actorOfAccount(db, account.id);
const election = await db.election.findUniqueOrThrow({ where: { id: account.grants[0]?.scopeId ?? "" }, select: { id: true, driveId: true, electionDay: true, village: { select: { townshipId: true } } } });
if (chair === null) throw new Error("the demonstration has no chair");

const thrown = dice(people);
const oneOf = (characters: readonly string[]): string => characters[thrown.below(characters.length)] ?? "";
const rows = Array.from({ length: people }, (_unused, index) => {
  const lot = thrown.below(1_000);
  const minor = lot < shares.minor;
  const notStated = !minor && lot < shares.minor + shares.notStated;
  const excluded = !minor && !notStated && lot < shares.minor + shares.notStated + shares.excluded;
  const name = `${oneOf(surnames)}${oneOf(given)}${thrown.below(4) === 0 ? "" : oneOf(given)}`;
  const { full, initials } = pinyinKeys(name);
  return {
    id: randomUUID(), person: randomUUID(), name, pinyin: `${full} ${initials}`, source: index + 4,
    sex: thrown.below(2) === 0 ? "male" : "female",
    born: addDays(election.electionDay, minor ? -thrown.below(17 * 365) - 1 : -19 * 365 - thrown.below(60 * 365)),
    mask: `3303**********${String(thrown.below(10_000)).padStart(4, "0")}`,
    group: Math.floor((index * groups) / people) + 1, household: String(Math.floor(index / 3) + 1).padStart(6, "0"),
    status: minor ? "minor" : notStated ? "notStated" : excluded ? "excluded" : "listed", exclusion: excluded ? "deprived" : "",
    category: notStated ? 2 : 1, open: thrown.below(1_000) < shares.open ? "likelyDuplicate" : "",
  };
});
const column = (value: (row: (typeof rows)[number]) => string): string[] => rows.map(value);
const whole = (value: (row: (typeof rows)[number]) => number): number[] => rows.map(value);

if ((await db.rollEntry.count({ where: { electionId: election.id } })) < people) {
  await db.$executeRaw`INSERT INTO "Person" (id, "townshipId", "idMask") SELECT p.id, ${election.village.townshipId}, p.mask FROM unnest(${column((row) => row.person)}::text[], ${column((row) => row.mask)}::text[]) AS p(id, mask)`;
  await db.$executeRaw`
    INSERT INTO "RollEntry" (id, "electionId", "driveId", "personId", name, sex, "bornOn", "groupNumber", "householdNumber", category, "livesHere", exclusion, status, "openFindings", pinyin, "sourceRow")
    SELECT e.id, ${election.id}, ${election.driveId}, e.person, e.name, e.sex, e.born, e.grp, e.household, e.category, e.category = 1, NULLIF(e.exclusion, ''), e.status, string_to_array(e.open, ' '), e.pinyin, e.source
    FROM unnest(${column((row) => row.id)}::text[], ${column((row) => row.person)}::text[], ${column((row) => row.name)}::text[], ${column((row) => row.sex)}::text[], ${column((row) => row.born)}::text[],
      ${whole((row) => row.group)}::int[], ${column((row) => row.household)}::text[], ${whole((row) => row.category)}::int[], ${column((row) => row.exclusion)}::text[], ${column((row) => row.status)}::text[],
      ${column((row) => row.open)}::text[], ${column((row) => row.pinyin)}::text[], ${whole((row) => row.source)}::int[])
      AS e(id, person, name, sex, born, grp, household, category, exclusion, status, open, pinyin, source)`;
}
const usernames: string[] = [];
for (let number = 1; number <= registrars; number += 1) {
  const username = `bench-registrar-${number}`;
  if ((await db.account.count({ where: { username } })) === 0) await hire(world, { username, name: `登记员${number}`, role: "registrar" }, { giver: chair, when: now, placeId: election.id, scopeId: election.id });
  usernames.push(username);
}
console.log(JSON.stringify({ password: demoPassword, usernames, electionId: election.id }));
await db.$disconnect();
