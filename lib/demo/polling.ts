import { addDays } from "../calendar/day.ts";
import { issueBallotRules, issuePollingPlaces, issueProxies, issueRoamingVoters, issueScribes, issueStaff } from "../ballot/notices.ts";
import { closeStation, closeVote, openVote } from "../ballot/polling-commands.ts";
import { recordPrintRun, setStaff, setStations, supplyStations } from "../ballot/preparation-commands.ts";
import { addProxy } from "../ballot/proxy-commands.ts";
import { addRoamingVoter, setRoaming } from "../ballot/roaming-commands.ts";
import { addScribe } from "../ballot/scribe-commands.ts";
import { personLabel } from "../election/people.ts";
import { versionOf } from "./preparation.ts";
import type { Desk } from "./start.ts";
import { act, at, type World } from "./world.ts";

/** Ballots of a vote over all stations. */
export type Ballots = { readonly printed: number; readonly issued: number; readonly spoiled: number; readonly returned: number };

const voteVersion = async (world: World, voteId: string): Promise<number> => (await world.db.vote.findUniqueOrThrow({ where: { id: voteId }, select: { version: true } })).version;

/** Main venue and stations of the village, each for some groups. */
export async function layOutStations(world: World, desk: Desk, day: number, stations: readonly { readonly name: string; readonly place: string; readonly groups: string }[]): Promise<void> {
  await act(world, desk.chair, at(world, day - 5), setStations, { electionId: desk.electionId, version: await versionOf(world, desk.electionId), stations, acceptances: {} });
}

/** People of the list who are no candidates, as forms name them: the oldest first, or in no order of age; always the same ones. */
async function villagers(world: World, desk: Desk, voteId: string, order: "oldest" | "any" = "any"): Promise<(place: number) => string> {
  const candidates = await world.db.candidate.findMany({ where: { contest: { voteId } }, select: { rollEntryId: true } });
  const people = await world.db.rollEntry.findMany({
    where: { electionId: desk.electionId, published: true, id: { notIn: candidates.map((candidate) => candidate.rollEntryId) } },
    select: { name: true, sex: true, groupNumber: true, bornOn: true }, orderBy: order === "oldest" ? [{ bornOn: "asc" }, { id: "asc" }] : { id: "asc" }, take: 200,
  });
  return (place) => {
    const row = people[place];
    return row === undefined ? "" : personLabel({ name: row.name, sex: row.sex === "female" ? "female" : "male", groupNumber: row.groupNumber, birthYear: Number(row.bornOn.slice(0, 4)) });
  };
}

/** A few proxies: young people away ask somebody who is no candidate. */
async function arrangeProxies(world: World, desk: Desk, voteId: string, day: number): Promise<void> {
  const label = await villagers(world, desk, voteId);
  for (const [principal, holder] of [[10, 20], [11, 20], [12, 21], [13, 22]] as const) {
    await act(world, desk.registrar, at(world, day - 3), addProxy, { voteId, principal: label(principal), holder: label(holder), reason: "外出务工", relation: "villager" });
  }
}

/** A roaming box for three voters who cannot come, by decision of the representatives, and a scribe for two who cannot write. */
async function arrangeAssistance(world: World, desk: Desk, voteId: string, day: number): Promise<void> {
  const { electionId, chair, registrar } = desk;
  const label = await villagers(world, desk, voteId, "oldest");
  const approval = { approvedOn: addDays(world.day, day - 6), approvedBy: "村民代表会议" };
  await act(world, chair, at(world, day - 4, "14:00"), setRoaming, { voteId, version: await voteVersion(world, voteId), boxes: "1", route: "上午九时至十一时，北沟、后山", ...approval, acceptances: {} });
  for (const [place, reason] of [[0, "old"], [1, "old"], [4, "sick"]] as const) await act(world, registrar, at(world, day - 3, "10:00"), addRoamingVoter, { voteId, voter: label(place), reason, acceptances: {} });
  for (const [place, reason] of [[2, "illiterate"], [3, "disabled"]] as const) await act(world, registrar, at(world, day - 3, "10:30"), addScribe, { voteId, voter: label(place), scribe: scribe, reason });
  await act(world, chair, at(world, day - 2, "09:10"), issueRoamingVoters, { electionId, acceptances: {} });
  await act(world, chair, at(world, day - 2, "09:15"), issueScribes, { electionId, acceptances: {} });
}

const scribe = "宋书琴";
const roamingScrutineers = ["郝守业", "段桂香", "吕保全"] as const;

/** Which voters are helped in a vote: none, those away, or also those whom a box visits or a scribe helps. */
export type Help = "none" | "proxies" | "assisted";

/** Staff, print run, supplies, proxies and the notices before the day. */
export async function prepareVote(world: World, desk: Desk, voteId: string, day: number, ballots: Ballots, help: Help): Promise<void> {
  const { chair, electionId } = desk;
  const staff = [["issuer", desk.issuer.name], ["caller", "江振声"], ["teller", desk.tellerOne.name], ["teller", desk.tellerTwo.name], ["chiefScrutineer", desk.scrutineer.name], ["scribe", scribe], ...(help === "assisted" ? roamingScrutineers.map((name) => ["roamingScrutineer", name] as const) : [])] as const;
  await act(world, chair, at(world, day - 4), setStaff, { voteId, version: await voteVersion(world, voteId), staff: staff.map(([role, person]) => ({ role, person })) });
  const printedOn = addDays(world.day, day - 4);
  await act(world, chair, at(world, day - 4, "10:00"), recordPrintRun, { voteId, version: await voteVersion(world, voteId), colour: "粉红色", quantity: String(ballots.printed), printedOn, acceptances: { printedTooFew: "另行选举按首次投票人数印制" } });
  if (help !== "none") await arrangeProxies(world, desk, voteId, day);
  if (help === "assisted") await arrangeAssistance(world, desk, voteId, day);
  for (const [command, extra] of [[issuePollingPlaces, {}], [issueStaff, {}]] as const) await act(world, chair, at(world, day - 2), command, { electionId, acceptances: {}, ...extra });
  if (help !== "none") await act(world, chair, at(world, day - 2, "09:20"), issueProxies, { electionId, acceptances: {} });
  await act(world, chair, at(world, day - 2, "09:30"), issueBallotRules, { electionId, acceptances: {}, remark: "" });
  const stations = await world.db.station.findMany({ where: { electionId }, select: { id: true }, orderBy: { ordinal: "asc" } });
  const shares = split(ballots.printed, stations.length);
  await act(world, chair, at(world, day - 1), supplyStations, { voteId, version: await voteVersion(world, voteId), supplies: stations.map((station, place) => ({ stationId: station.id, received: String(shares[place] ?? 0) })) });
}

/** Opens the vote, lets every station report, closes it. */
export async function holdVote(world: World, desk: Desk, voteId: string, day: number, ballots: Ballots): Promise<void> {
  const { chair, issuer } = desk;
  const open = { voteId, version: await voteVersion(world, voteId), acceptances: { printedTooFew: "另行选举按首次投票人数印制" } };
  await act(world, chair, at(world, day, "08:00"), openVote, open);
  const accounts = await world.db.stationAccount.findMany({ where: { voteId }, select: { id: true, version: true, received: true }, orderBy: { station: { ordinal: "asc" } } });
  const figures = { issued: split(ballots.issued, accounts.length), spoiled: split(ballots.spoiled, accounts.length), returned: split(ballots.returned, accounts.length) };
  for (const [place, account] of accounts.entries()) {
    const [issued = 0, spoiled = 0, returned = 0] = [figures.issued[place], figures.spoiled[place], figures.returned[place]];
    const left = account.received - issued - spoiled;
    await act(world, issuer, at(world, day, "15:10"), closeStation, { accountId: account.id, version: account.version, issued: String(issued), spoiled: String(spoiled), left: String(left), returned: String(returned) });
  }
  await act(world, chair, at(world, day, "15:30"), closeVote, { voteId, version: await voteVersion(world, voteId), acceptances: {} });
}

/** A number in parts as equal as whole numbers can be, the larger first. */
export const split = (total: number, parts: number): readonly number[] => Array.from({ length: parts }, (_, place) => Math.floor(total / parts) + (place < total % parts ? 1 : 0));
