import { addDays } from "../calendar/day.ts";
import { arrangePolling, decideSeats, recordCommittee } from "../committee/commands.ts";
import { issueCommittee, issueElectionDay, issueNominationMethod, issueRegistration } from "../committee/notices.ts";
import { recordMeeting } from "../meeting/commands.ts";
import { addEntry } from "#lib/roll/entry/commands.ts";
import { confirmImport, uploadRegister } from "#lib/roll/import/commands.ts";
import { readNow } from "#lib/roll/import/read-now.ts";
import { publishRoll } from "#lib/roll/publish/commands.ts";
import { recordAudit } from "../township/commands.ts";
import { demoRegister, type VillagePlan } from "./register/village.ts";
import type { Desk } from "./start.ts";
import { act, at, type World } from "./world.ts";

/** How big the committee's meetings and the offices are: members of the representatives' meeting, village representatives and women among them, and who came. */
export type Size = { readonly members: string; readonly representatives: string; readonly women: string; readonly present: string; readonly viceChair: string; readonly member: string; readonly venue: string };

/** The version that a form of the election would carry now. */
export async function versionOf(world: World, electionId: string): Promise<number> {
  return (await world.db.election.findUniqueOrThrow({ where: { id: electionId }, select: { version: true } })).version;
}

/** Name, sex, group, place, and how many of those present did not vote for this person. */
const members = [
  ["陈立群", "male", "3", "chair", 2], ["林秀兰", "female", "1", "viceChair", 5], ["吴建设", "male", "5", "member", 9], ["周桂英", "female", "2", "member", 10],
  ["郑卫国", "male", "4", "member", 12], ["何志明", "male", "6", "reserve", 26], ["马玉兰", "female", "1", "reserve", 28],
] as const;

/** Committee (村民选举委员会), seats, method, audit and the first notices; `day`: election day counted from the day of seeding. */
export async function chooseCommittee(world: World, desk: Desk, day: number, size: Size, chairName: string): Promise<void> {
  const { chair, electionId } = desk;
  const on = (days: number): string => addDays(world.day, day + days);
  const meeting = {
    kind: "representatives", place: "村委会会议室", noticeOn: on(-46), calledBy: "villagersCommittee", requestedBy: "", requestBase: "", presidedBy: chairName, recordedBy: "林秀兰",
    entitled: size.members, present: size.present, representatives: size.representatives, womenRepresentatives: size.women, groups: "", minutes: "",
  } as const;
  await act(world, chair, at(world, day - 40, "15:00"), recordCommittee, {
    electionId, version: await versionOf(world, electionId), ...meeting, heldOn: on(-40), acceptances: {},
    members: members.map(([name, sex, group, position, against], place) => ({ name: place === 0 ? chairName : name, sex, group, chosenByGroup: "", votes: String(Number(size.present) - against), position })),
  });
  await act(world, chair, at(world, day - 39, "10:00"), decideSeats, {
    electionId, version: await versionOf(world, electionId), ...meeting, heldOn: on(-40), inFavour: size.present, against: "0", abstained: "0", chair: "1", viceChair: size.viceChair, member: size.member, woman: "0",
    chairMargin: "1", viceChairMargin: "1", memberMargin: "1", womanMargin: "1", method: "candidates", acceptances: {},
  });
  await act(world, chair, at(world, day - 39, "11:00"), arrangePolling, {
    electionId, version: await versionOf(world, electionId), mainVenue: size.venue, countingPlace: size.venue, pollingFrom: "08:00", pollingTo: "15:00",
  });
  await act(world, chair, at(world, day - 38), recordAudit, { electionId, version: await versionOf(world, electionId), publishedOn: on(-44) });
  await act(world, desk.officer, at(world, day - 38, "09:30"), issueElectionDay, { electionId, workFrom: on(-40), approval: "", acceptances: {} });
  await act(world, chair, at(world, day - 38, "09:40"), issueCommittee, { electionId, signedBy: "梁守田", acceptances: {} });
  const arrangement = { place: "村委会", contact: `${chairName} 0357-0000000` };
  await act(world, chair, at(world, day - 37), issueRegistration, { electionId, from: on(-36), until: on(-30), ...arrangement, acceptances: {} });
}

/** Imports the household register and posts the list (参加选举的村民名单). */
export async function buildRoll(world: World, desk: Desk, day: number, plan: VillagePlan): Promise<void> {
  const { electionId, registrar, chair } = desk;
  const bytes = new TextEncoder().encode(demoRegister(plan));
  const { importId } = await act(world, registrar, at(world, day - 35), uploadRegister, { electionId, fileName: `${plan.village}户籍人口花名册.csv`, bytes });
  await readNow(world.db, importId, at(world, day - 35, "09:30"));
  await act(world, registrar, at(world, day - 35, "10:00"), confirmImport, { importId });
  await voteOnNewcomer(world, desk, day);
  await act(world, chair, at(world, day - 28), publishRoll, { electionId, acceptances: {} });
}

/** Announces how candidates are nominated (notice 7). */
export async function announceNomination(world: World, { electionId, chair }: Desk, day: number): Promise<void> {
  const on = (days: number): string => addDays(world.day, day + days);
  await act(world, chair, at(world, day - 16), issueNominationMethod, { electionId, from: on(-15), until: on(-13), place: "村委会", contact: chair.name, acceptances: {} });
}

/** A newcomer of the third category applies; the representatives' meeting passes the work plan and does not admit him. */
async function voteOnNewcomer(world: World, desk: Desk, day: number): Promise<void> {
  const { electionId, registrar, chair } = desk;
  const on = (days: number): string => addDays(world.day, day + days);
  const { entryId } = await act(world, registrar, at(world, day - 34), addEntry, {
    electionId, name: "沈远明", paperName: "", idNumber: "", sex: "male", bornOn: "1979-06-12", ethnicity: "汉族", relation: "", groupNumber: "1", householdNumber: "", category: "3", remarks: "在村经营农资店", reason: "",
  });
  const meeting = await world.db.meeting.findFirstOrThrow({ where: { electionId, purpose: "electionCommittee" }, select: { entitled: true, present: true, representatives: true, womenRepresentatives: true } });
  await act(world, chair, at(world, day - 32, "16:00"), recordMeeting, {
    electionId, kind: "representatives", heldOn: on(-32), place: "村委会会议室", noticeOn: on(-37), calledBy: "villagersCommittee", requestedBy: "", requestBase: "", presidedBy: chair.name, recordedBy: "林秀兰",
    entitled: meeting.entitled, present: meeting.present, representatives: meeting.representatives, womenRepresentatives: meeting.womenRepresentatives, groups: "",
    minutes: "听取村民选举委员会关于选举工作方案的说明。\n讨论一名户籍不在本村的人员的参选申请。", acceptances: {},
    resolutions: [
      { subject: "workPlan", text: "同意本届村民委员会换届选举工作方案。", groupNumber: "", yes: meeting.present - 2, no: 0, abstain: 2 },
      { subject: "admitVoters", text: "", groupNumber: "", yes: 12, no: meeting.present - 15, abstain: 3 },
    ],
    admissions: [{ entryId, ground: "lived", since: on(-500), appliedOn: on(-34) }],
  });
}
