import { z } from "zod";
import type { Reader } from "../database/client.ts";
import { positions } from "../committee/model.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { sexes } from "../election/model.ts";
import { MEETING_AGE } from "../law/meeting.ts";
import type { Law } from "../law/law.ts";
import { waitingForConsent, type Waiting } from "#lib/roll/entry/admission.ts";
import { APPLICATION_GROUNDS, type ApplicationGround } from "#lib/roll/entry/evidence.ts";
import { callers, meetingBases, meetingKinds, purposes, subjects, type MeetingKind, type Purpose } from "./kinds.ts";
import type { KnownPeople, MeetingRecord } from "./rules.ts";
import type { ChosenRecord, ResolutionRecord } from "./store.ts";

/** A person whose admission was put to the vote. */
export type AdmissionLine = { readonly entryId: string; readonly name: string; readonly ground: ApplicationGround; readonly since: string; readonly appliedOn: string };

/** A resolution with the people it decided on. */
export type ResolutionLine = ResolutionRecord & { readonly ordinal: number; readonly admissions: readonly AdmissionLine[] };

/** A meeting as its page shows it. Older records lack who presided and who wrote, as they lack the day of notice. */
export type MeetingView = {
  readonly id: string;
  readonly electionId: string;
  readonly purpose: Purpose;
  readonly record: MeetingRecord;
  readonly complete: boolean;
  readonly resolutions: readonly ResolutionLine[];
  /** Null where nobody was to be chosen. */
  readonly chosen: readonly ChosenRecord[] | null;
  readonly createdAt: Date;
  readonly correctsId: string | null;
  readonly correctionReason: string | null;
  readonly correctedById: string | null;
};

const meetingSelect = {
  id: true, electionId: true, purpose: true, kind: true, basis: true, heldOn: true, place: true, noticeOn: true, calledBy: true, requestedBy: true, requestBase: true, presidedBy: true, recordedBy: true,
  entitled: true, present: true, representatives: true, womenRepresentatives: true, minutes: true, createdAt: true, correctsId: true, correctionReason: true, chosen: true, correctedBy: { select: { id: true } },
  groups: { select: { groupNumber: true, entitled: true, present: true }, orderBy: { groupNumber: "asc" } },
  resolutions: {
    select: {
      id: true, ordinal: true, subject: true, text: true, groupNumber: true, yes: true, no: true, abstain: true,
      admissions: { select: { rollEntryId: true, name: true, ground: true, since: true, appliedOn: true }, orderBy: { name: "asc" } },
    },
    orderBy: { ordinal: "asc" },
  },
} as const;

const admissionRow = z.object({ rollEntryId: z.string(), name: z.string(), ground: z.enum(APPLICATION_GROUNDS), since: z.string(), appliedOn: z.string() }).transform(({ rollEntryId, ...rest }) => ({ entryId: rollEntryId, ...rest }));
const meetingRow = z.object({
  id: z.string(), electionId: z.string(), purpose: z.enum(purposes), createdAt: z.date(), correctsId: z.string().nullable(), correctionReason: z.string().nullable(),
  correctedBy: z.object({ id: z.string() }).nullable(),
  chosen: z.array(z.object({ name: z.string(), sex: z.enum(sexes), position: z.enum(positions), votes: z.number(), chosenByGroup: z.number().nullable() })).nullable(),
  kind: z.enum(meetingKinds), basis: z.enum(meetingBases), heldOn: z.string(), place: z.string(), noticeOn: z.string().nullable(), calledBy: z.enum(callers).nullable(),
  requestedBy: z.number().nullable(), requestBase: z.number().nullable(), presidedBy: z.string().nullable(), recordedBy: z.string().nullable(),
  entitled: z.number(), present: z.number(), representatives: z.number().nullable(), womenRepresentatives: z.number().nullable(), minutes: z.string(),
  groups: z.array(z.object({ groupNumber: z.number(), entitled: z.number(), present: z.number() })),
  resolutions: z.array(z.object({
    id: z.string(), ordinal: z.number(), subject: z.enum(subjects), text: z.string(), groupNumber: z.number().nullable(), yes: z.number(), no: z.number(), abstain: z.number(), admissions: z.array(admissionRow),
  })),
});

function viewOf(row: unknown): MeetingView {
  const { id, electionId, purpose, createdAt, correctsId, correctionReason, correctedBy, resolutions, chosen, ...rest } = meetingRow.parse(row);
  return {
    id, electionId, purpose, createdAt, correctsId, correctionReason, correctedById: correctedBy?.id ?? null, resolutions,
    chosen, complete: rest.presidedBy !== null,
    record: { ...rest, calledBy: rest.calledBy ?? "other", presidedBy: rest.presidedBy ?? "", recordedBy: rest.recordedBy ?? "" },
  };
}

const known = { purpose: { in: [...purposes] } };

/** All recorded meetings of an election, newest first; corrected records among them. */
export async function meetingsOf(db: Reader, electionId: string): Promise<readonly MeetingView[]> {
  const rows = await db.meeting.findMany({ where: { electionId, ...known }, select: meetingSelect, orderBy: [{ heldOn: "desc" }, { createdAt: "desc" }] });
  return rows.map(viewOf);
}

/** One meeting with what was decided there; null when the election has none of that id. */
export async function meetingView(db: Reader, electionId: string, meetingId: string): Promise<MeetingView | null> {
  const row = z.uuid().safeParse(meetingId).success ? await db.meeting.findFirst({ where: { id: meetingId, electionId, ...known }, select: meetingSelect }) : null;
  return row === null ? null : viewOf(row);
}

/** The standing record of a meeting held for one purpose, as its form shows it again. */
export async function standingView(db: Reader, electionId: string, purpose: Exclude<Purpose, "resolutions">): Promise<MeetingView | null> {
  const row = await db.meeting.findFirst({ where: { electionId, purpose, correctedBy: { is: null } }, select: meetingSelect });
  return row === null ? null : viewOf(row);
}

const knownRows = z.array(z.object({ groupNumber: z.number(), adults: z.number(), households: z.number() }));

/**
 * Whom the roll knows as villagers of eighteen and more on a day, and households, by group: household here (categories 1
 * and 2), alive and not moved away. Null while the roll is empty. One statement, whatever the size of the village.
 */
export async function knownPeople(db: Reader, electionId: string, day: string): Promise<KnownPeople | null> {
  const bornBy = `${String(Number(day.slice(0, 4)) - MEETING_AGE).padStart(4, "0")}${day.slice(4)}`;
  const rows = knownRows.parse(
    await db.$queryRaw`SELECT "groupNumber", count(*) FILTER (WHERE "bornOn" <= ${bornBy})::int AS adults, count(DISTINCT "householdNumber")::int AS households
      FROM "RollEntry" WHERE "electionId" = ${electionId} AND category < 3 AND (exclusion IS NULL OR exclusion NOT IN ('dead', 'movedOut', 'duplicate')) GROUP BY 1 ORDER BY 1`,
  );
  if (rows.length === 0) return null;
  const sum = (part: "adults" | "households"): number => rows.reduce((total, row) => total + row[part], 0);
  return { adults: sum("adults"), households: sum("households"), groups: rows };
}

/** What a form about a meeting needs to know of the case. */
export type MeetingCase = {
  readonly electionId: string;
  readonly village: string;
  readonly law: Law;
  readonly known: KnownPeople | null;
  readonly waiting: readonly Waiting[];
  /** The last record of each kind of meeting, whose figures a form offers again. */
  readonly last: ReadonlyMap<MeetingKind, MeetingRecord>;
};

/** The case as forms about meetings need it; null when there is no such election. `also`: entries to offer besides those who wait. */
export async function meetingCase(db: Reader, electionId: string, today: string, also: readonly string[] = []): Promise<MeetingCase | null> {
  const row = await db.election.findUnique({ where: { id: electionId }, select: { ...lawFields, village: { select: { name: true } } } });
  if (row === null) return null;
  const [people, waiting, meetings] = await Promise.all([knownPeople(db, electionId, today), waitingForConsent(db, electionId, also), meetingsOf(db, electionId)]);
  const last = new Map<MeetingKind, MeetingRecord>();
  for (const meeting of meetings) if (!last.has(meeting.record.kind)) last.set(meeting.record.kind, meeting.record);
  return { electionId, village: row.village.name, law: electionLaw(row), known: people, waiting, last };
}
