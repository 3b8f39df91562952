import { z } from "zod";
import { rows } from "../election/rows.ts";
import { sexes } from "../election/model.ts";
import { meetingFields } from "../meeting/model.ts";
import { acceptances, day, flag, id, line, optionalWhole, personName, version, whole } from "../platform/fields.ts";

/** Place in the election committee (村民选举委员会): 主任, 副主任, 成员, 候补. */
export const positions = ["chair", "viceChair", "member", "reserve"] as const;
export type Position = (typeof positions)[number];

/** Why a member leaves: resigned, himself nominated, a near relative nominated, kept away, other. */
export const leaveReasons = ["resigned", "nominated", "relativeNominated", "absent", "other"] as const;
export type LeaveReason = (typeof leaveReasons)[number];

/** 有候选人的选举, 自荐直选, 提名与投票合并进行. */
export const methods = ["candidates", "selfNomination", "combinedMeeting"] as const;
export type Method = (typeof methods)[number];

const clock = z.string().trim().min(1).refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), { params: { code: "invalidTime" } });

/** One person chosen into the election committee, with the votes he got; `chosenByGroup`: the group whose own meeting chose him. */
export const memberRow = z.object({ name: personName, sex: z.enum(sexes), group: optionalWhole(1, 999), chosenByGroup: optionalWhole(1, 999), votes: whole(0, 1_000_000), position: z.enum(positions) });
export type MemberRow = z.output<typeof memberRow>;

/** How the election committee was chosen and who is in it. */
export const recordCommitteeInput = z.object({
  electionId: id,
  version,
  ...meetingFields,
  members: rows(memberRow, ["name", "group", "votes"], 60),
  /** Near relatives are in it together, as far as the meeting knows. */
  relatives: flag,
  acceptances,
});

/** A member leaves; the next reserve steps in. */
export const memberLeavesInput = z.object({ memberId: id, reason: z.enum(leaveReasons), leftOn: day });

/** Who may decide seats and method: 村民会议 or 村民代表会议. */
export const seatMeetingKinds = ["assembly", "representatives"] as const;

/** Seats, margins and method, decided by a meeting. */
export const decideSeatsInput = z.object({
  electionId: id,
  version,
  ...meetingFields,
  kind: z.enum(seatMeetingKinds),
  inFavour: whole(0, 1_000_000),
  against: whole(0, 1_000_000),
  abstained: whole(0, 1_000_000),
  chair: whole(1, 1),
  viceChair: whole(0, 2),
  member: whole(0, 6),
  /** Seats of the members set apart for women (妇女委员). */
  woman: whole(0, 2),
  chairMargin: whole(0, 9),
  viceChairMargin: whole(0, 9),
  memberMargin: whole(0, 9),
  womanMargin: whole(0, 9),
  method: z.enum(methods),
  roamingBoxes: flag,
  acceptances,
});
export type SeatsInput = z.output<typeof decideSeatsInput>;

/** Where and when the vote is held and counted. */
export const arrangePollingInput = z.object({ electionId: id, version, mainVenue: line(60), countingPlace: line(60), pollingFrom: clock, pollingTo: clock });

const arrangement = z
  .object({ from: day, until: day, place: line(100), contact: line(60) })
  .refine(({ from, until }) => from <= until, { path: ["until"], params: { code: "endBeforeStart" } });

/** What the registration notice (3) says beyond the case. */
export const registrationExtra = arrangement;
/** What the nomination notice (7) says beyond the case. */
export const nominationExtra = arrangement;
