import type { Reader } from "../database/client.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { sexes, type Sex } from "../election/model.ts";
import type { Law } from "../law/law.ts";
import { standingView, type MeetingView } from "../meeting/queries.ts";
import { leaveReasons, methods, positions, type LeaveReason, type Method, type Position } from "./model.ts";
import { seatsOf } from "./seats.ts";
import type { SeatPlan } from "./rules.ts";

/** A member as the committee's pages show him. */
export type MemberLine = {
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  readonly group: number | null;
  readonly chosenByGroup: number | null;
  readonly position: Position;
  readonly votes: number;
  readonly state: "serving" | "reserve" | "left";
  readonly leftOn: string | null;
  readonly leftReason: LeaveReason | null;
  readonly announced: boolean;
};

/** Everything on the committee room's pages. */
export type CommitteeView = {
  readonly electionId: string;
  readonly version: number;
  readonly village: string;
  readonly electionDay: string;
  readonly law: Law;
  readonly members: readonly MemberLine[];
  /** The meetings that chose the committee and decided seats and method, as they stand. */
  readonly chosenBy: MeetingView | null;
  readonly decidedBy: MeetingView | null;
  readonly seats: readonly SeatPlan[];
  readonly method: Method | null;
  readonly roamingBoxes: boolean;
  readonly polling: { readonly mainVenue: string; readonly countingPlace: string; readonly from: string; readonly to: string } | null;
  /** Issued notices by code: the newest of each. */
  readonly issued: ReadonlyMap<string, { readonly id: string; readonly number: string }>;
  /** Somebody left and no notice has said so yet. */
  readonly changeDue: boolean;
};

const states = ["serving", "reserve", "left"] as const;

/** The committee room as it stands; null when there is no such election. */
export async function committeeView(db: Reader, electionId: string): Promise<CommitteeView | null> {
  const row = await db.election.findUnique({
    where: { id: electionId },
    select: {
      version: true, ...lawFields, method: true, roamingBoxes: true, mainVenue: true, countingPlace: true, pollingFrom: true, pollingTo: true,
      village: { select: { name: true } },
      committeeMembers: {
        select: { id: true, name: true, sex: true, groupNumber: true, chosenByGroup: true, position: true, votes: true, state: true, leftOn: true, leftReason: true, changeNoticeId: true },
        orderBy: { rank: "asc" },
      },
      notices: { select: { id: true, code: true, number: true }, orderBy: { issuedAt: "asc" } },
    },
  });
  if (row === null) return null;
  const { mainVenue, countingPlace, pollingFrom, pollingTo } = row;
  const issued = new Map(row.notices.map((notice) => [notice.code, notice]));
  const members = row.committeeMembers.map((member): MemberLine => ({
    id: member.id, name: member.name, votes: member.votes, leftOn: member.leftOn, group: member.groupNumber, chosenByGroup: member.chosenByGroup,
    sex: sexes.find((sex) => sex === member.sex) ?? "male",
    position: positions.find((position) => position === member.position) ?? "member",
    state: states.find((state) => state === member.state) ?? "left",
    leftReason: leaveReasons.find((reason) => reason === member.leftReason) ?? null,
    announced: member.changeNoticeId !== null,
  }));
  return {
    electionId, version: row.version, village: row.village.name, electionDay: row.electionDay, law: electionLaw(row), members,
    chosenBy: await standingView(db, electionId, "electionCommittee"),
    decidedBy: await standingView(db, electionId, "seatsAndMethod"),
    seats: await seatsOf(db, electionId),
    method: methods.find((method) => method === row.method) ?? null,
    roamingBoxes: row.roamingBoxes,
    polling: mainVenue === null || countingPlace === null || pollingFrom === null || pollingTo === null ? null : { mainVenue, countingPlace, from: pollingFrom, to: pollingTo },
    issued,
    changeDue: issued.has("electionCommittee") && members.some((member) => member.state === "left" && member.position !== "reserve" && !member.announced),
  };
}

/** One member for the page on which he leaves; null when he is not of this election. */
export const memberOf = (view: CommitteeView, memberId: string): MemberLine | null => view.members.find((member) => member.id === memberId) ?? null;

/** The newest issued notice of a kind; null when there is none. */
export const issuedOf = (db: Reader, electionId: string, code: string): Promise<{ readonly id: string; readonly number: string } | null> =>
  db.notice.findFirst({ where: { electionId, code }, orderBy: { issuedAt: "desc" }, select: { id: true, number: true } });
