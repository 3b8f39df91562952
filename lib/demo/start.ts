import { firstRun } from "../access/bootstrap.ts";
import type { Actor } from "../access/actor.ts";
import { actorOfAccount } from "../access/session.ts";
import { addVillages, openDrive, openElections } from "../township/commands.ts";
import { addDays } from "../calendar/day.ts";
import { provincePack } from "../law/packs.ts";
import { uploadPack } from "../pack/commands.ts";
import { desks, township, type DeskNames } from "./cast.ts";
import { act, at, demoPassword, granted, hire, settle, type DemoPerson, type World } from "./world.ts";

/** One village's desk of the demonstration: the election and everybody who works on it. */
export type Desk = Readonly<Record<keyof DeskNames, Actor>> & { readonly electionId: string; /** The township's, who announces the day. */ readonly officer: Actor };

/** The three elections with their desks, and the township's officer. */
export type Stage = { readonly officer: Actor; readonly jiangjiazhuang: Desk; readonly shiqiao: Desk; readonly liugou: Desk };

/** Days from the day of seeding to each village's election day. */
export const electionDays = { jiangjiazhuang: -16, shiqiao: 0, liugou: 45 } as const;
/** The day on which the township began, counted from the day of seeding. */
const begin = -62;

/** First run, township, drive, villages, elections and accounts, as the administrator, the officer and the chairs would make them. */
export async function setStage(world: World): Promise<Stage> {
  const officer = await firstPeople(world);
  const villages = [["201", "江家庄村", "jiangjiazhuang"], ["202", "石桥村", "shiqiao"], ["203", "柳沟村", "liugou"]] as const;
  const townshipId = officer.grants.find((grant) => grant.role === "townshipOfficer")?.scopeId ?? "";
  const when = at(world, begin, "10:00");
  const { driveId } = await act(world, officer, when, openDrive, { townshipId, term: "13", driveName: "第十三届村民委员会换届选举", demo: "on" });
  await act(world, officer, when, addVillages, { townshipId, villages: villages.map(([villageCode, villageName]) => ({ villageCode, villageName })) });
  const opened = new Map<string, Desk>();
  for (const [, name, key] of villages) {
    const village = await world.db.village.findFirstOrThrow({ where: { townshipId, name }, select: { id: true } });
    const electionDay = addDays(world.day, electionDays[key]);
    const { electionIds } = await act(world, officer, when, openElections, { driveId, villageIds: [village.id], electionDay, acceptances: {} });
    opened.set(key, await openDesk(world, officer, townshipId, electionIds[0] ?? "", desks[key]));
  }
  const desk = (key: keyof typeof electionDays): Desk => {
    const found = opened.get(key);
    if (found === undefined) throw new Error(`demonstration: no desk ${key}`);
    return found;
  };
  return { officer, jiangjiazhuang: desk("jiangjiazhuang"), shiqiao: desk("shiqiao"), liugou: desk("liugou") };
}

async function firstPeople(world: World): Promise<Actor> {
  const clock = (): Date => at(world, begin, "09:00");
  const handedOut = "handed-out-once";
  const made = granted("first run", await firstRun({ db: world.db, clock }, {
    administrator: { ...township.administrator, ownPassword: demoPassword, repeatPassword: demoPassword },
    county: { countyCode: "141002", countyName: "河津县", provincePack: "" },
    township: { townshipCode: "141002100", townshipName: "河西镇" },
    officer: { ...township.officer, password: handedOut },
  }));
  const administrator = await actorOfAccount(world.db, made.administratorId);
  if (administrator === null) throw new Error("demonstration: no administrator");
  const county = await hire(world, township.county, { giver: administrator, when: clock(), placeId: "system", scopeId: made.countyId });
  await waitingPack(world, county, made.countyId);
  return settle(world, made.officerId ?? "", handedOut, clock());
}

/** A corrected pack of the county's province that waits for its confirmation: nothing of the demonstration stands on it yet. */
async function waitingPack(world: World, county: Actor, countyId: string): Promise<void> {
  const own = provincePack("CN-SX-unverified");
  if (own === null) throw new Error("demonstration: no pack of the province");
  const citation = { text: "山西省村民委员会选举办法", article: "待核", confidence: "unverified" } as const;
  const pack = { ...own, inForceFrom: world.day, parameters: { ...own.parameters, candidateListDays: { value: 5, citation, limits: { min: 5 } } } };
  await act(world, county, at(world, -1), uploadPack, { countyId, file: JSON.stringify(pack) });
}

async function openDesk(world: World, officer: Actor, townshipId: string, electionId: string, cast: Readonly<Record<keyof DeskNames, DemoPerson>>): Promise<Desk> {
  const when = at(world, begin + 1);
  const chair = await hire(world, cast.chair, { giver: officer, when, placeId: townshipId, scopeId: electionId });
  const byChair = (person: DemoPerson): Promise<Actor> => hire(world, person, { giver: chair, when, placeId: electionId, scopeId: electionId });
  return {
    electionId, chair, officer,
    registrar: await byChair(cast.registrar), issuer: await byChair(cast.issuer),
    tellerOne: await byChair(cast.tellerOne), tellerTwo: await byChair(cast.tellerTwo), scrutineer: await byChair(cast.scrutineer),
  };
}
