import { addDays, today } from "../calendar/day.ts";
import { ballotForm } from "../count/load.ts";
import type { PaperMarks } from "../count/model.ts";
import type { Database } from "../database/client.ts";
import { bundle, countVote, enter, papersOf } from "./count.ts";
import { enterDoubles } from "./doubles.ts";
import { nominate } from "./nomination.ts";
import { holdVote, layOutStations, prepareVote } from "./polling.ts";
import { settleObjections } from "./objections.ts";
import { announceNomination, buildRoll, chooseCommittee } from "./preparation.ts";
import { finish } from "./result.ts";
import { electionDays, setStage, type Desk } from "./start.ts";
import { jiangjiazhuang, shiqiao } from "./villages.ts";
import { hearNewcomer, visitHouses } from "./visits.ts";
import { at, type World } from "./world.ts";

/** Parts of the seeding, in order; told as they begin. */
export const seedSteps = ["township", "finishedVillage", "finishedCount", "countingVillage", "countingCount"] as const;
export type SeedStep = (typeof seedSteps)[number];

/**
 * Makes the demonstration in an empty database: one township with a finished village, one that counts today and one that
 * has just begun, all through the same commands as real use. Days are counted from the day of seeding.
 */
export async function seedDemo(db: Database, now: Date, tell: (step: SeedStep) => void = () => undefined): Promise<void> {
  const world: World = { db, day: today(now), now };
  tell("township");
  const stage = await setStage(world);
  await finishedVillage(world, stage.jiangjiazhuang, tell);
  await countingVillage(world, stage.shiqiao, tell);
  await enterDoubles(world, stage.liugou, shiqiao(addDays(world.day, electionDays.shiqiao)));
}

/** 江家庄村: 2,407 voters; the first vote leaves one member's seat empty, the run-off fills it. */
async function finishedVillage(world: World, desk: Desk, tell: (step: SeedStep) => void): Promise<void> {
  tell("finishedVillage");
  const day = electionDays.jiangjiazhuang;
  await chooseCommittee(world, desk, day, { members: "54", representatives: "49", women: "20", present: "50", viceChair: "1", member: "3", venue: "村文化礼堂" }, "陈立群");
  await buildRoll(world, desk, day, jiangjiazhuang(addDays(world.day, day)));
  await announceNomination(world, desk, day);
  const voteId = await nominate(world, desk, day, {
    ballots: "2104", primary: null, venue: "村文化礼堂", attendance: "386",
    wanted: [
      { contest: "chair", sex: "male", votes: "1320" }, { contest: "chair", sex: "male", votes: "611" },
      { contest: "viceChair", sex: "male", votes: "1188" }, { contest: "viceChair", sex: "male", votes: "702" },
      { contest: "member", sex: "female", votes: "1402" }, { contest: "member", sex: "male", votes: "1215" }, { contest: "member", sex: "male", votes: "1011" }, { contest: "member", sex: "female", votes: "893" },
    ],
  });
  await layOutStations(world, desk, day, [
    { name: "中心会场", place: "村文化礼堂", groups: "1" },
    ...Array.from({ length: 7 }, (_, index) => ({ name: `第${index + 2}投票站`, place: `第${index + 2}村民小组活动室`, groups: String(index + 2) })),
  ]);
  const ballots = { printed: 2500, issued: 2290, spoiled: 9, returned: 2288 };
  await prepareVote(world, desk, voteId, day, ballots, "proxies");
  await holdVote(world, desk, voteId, day, ballots);
  tell("finishedCount");
  await countVote(world, desk, voteId, day, { papers: 2288, invalid: 12, votes: { chair: [1502, 700], viceChair: [1391, 820], member: [1688, 1407, 1120, 990] } }, 7);
  await finish(world, desk, voteId, day);
}

/** 石桥村: 886 voters; counts on the day of seeding, in every state that a bundle can be in. */
async function countingVillage(world: World, desk: Desk, tell: (step: SeedStep) => void): Promise<void> {
  tell("countingVillage");
  const day = electionDays.shiqiao;
  await chooseCommittee(world, desk, day, { members: "36", representatives: "33", women: "13", present: "33", viceChair: "0", member: "2", venue: "石桥小学操场" }, "石建国");
  await buildRoll(world, desk, day, shiqiao(addDays(world.day, day)));
  await visitHouses(world, desk, day);
  await settleObjections(world, desk, day);
  await announceNomination(world, desk, day);
  const voteId = await nominate(world, desk, day, {
    ballots: "790", primary: { entitled: "36", ballots: "33", votes: ["27", "22", "11"] }, venue: "石桥小学操场", attendance: "214",
    wanted: [
      { contest: "chair", sex: "male", votes: "371" }, { contest: "chair", sex: "male", votes: "252" }, { contest: "chair", sex: "male", votes: "140" },
      { contest: "member", sex: "female", votes: "480" }, { contest: "member", sex: "male", votes: "455" }, { contest: "member", sex: "male", votes: "391" },
    ],
  });
  await layOutStations(world, desk, day, [{ name: "中心会场", place: "石桥小学操场", groups: "1-8" }, { name: "北站", place: "北沟文化室", groups: "9-11" }]);
  const ballots = { printed: 920, issued: 840, spoiled: 4, returned: 838 };
  await prepareVote(world, desk, voteId, day, ballots, "assisted");
  await hearNewcomer(world, desk, day);
  await holdVote(world, desk, voteId, day, ballots);
  tell("countingCount");
  const plan = { papers: 838, invalid: 5, votes: { chair: [472, 331], member: [520, 470, 402] } };
  await countInPart(world, desk, papersOf(await ballotForm(world.db, voteId), plan, 11), await bundle(world, desk, voteId, day, plan.papers));
}

/** Eight bundles settled, one with differences, one in its second entry, one between the entries, one in its first entry. */
async function countInPart(world: World, desk: Desk, papers: readonly PaperMarks[], bundles: readonly string[]): Promise<void> {
  const { tellerOne, tellerTwo } = desk;
  const when = at(world, 0, "17:00");
  for (const [index, id] of bundles.slice(0, 12).entries()) {
    const part = papers.slice(index * 50, (index + 1) * 50);
    await enter(world, tellerOne, id, part, when, index === 11 ? 23 : part.length);
    if (index < 8) await enter(world, tellerTwo, id, part, when);
    if (index === 8) await enter(world, tellerTwo, id, misread(part), when);
    if (index === 9) await enter(world, tellerTwo, id, part, when, 31);
  }
}

/** The same papers, two of them read as blank by mistake. */
const misread = (papers: readonly PaperMarks[]): readonly PaperMarks[] =>
  papers.map((paper, place) => (paper.kind === "blocks" && (place === 6 || place === 22) ? { kind: "blocks", blocks: Object.fromEntries(Object.keys(paper.blocks).map((contest) => [contest, { kind: "blank" as const }])) } : paper));
