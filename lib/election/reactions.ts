import type { Transaction } from "../database/client.ts";
import type { Law } from "../law/law.ts";
import type { Facts } from "../platform/command.ts";
import type { LeaveReason } from "../committee/model.ts";
import { positions } from "../committee/model.ts";
import { mustLeave, succeed, type KinPair, type Standing } from "../committee/rules.ts";

/** Somebody who leaves the election committee, why, and on which day. */
export type Departure = { readonly id: string; readonly reason: LeaveReason; readonly leftOn: string };

const memberStates = ["serving", "reserve", "left"] as const;

const standings = async (tx: Transaction, electionId: string) => {
  const rows = await tx.committeeMember.findMany({
    where: { electionId },
    select: { id: true, rank: true, position: true, state: true, rollEntryId: true, name: true, sex: true, groupNumber: true, chosenByGroup: true },
    orderBy: { rank: "asc" },
  });
  return rows.map((row) => ({
    ...row,
    position: positions.find((position) => position === row.position) ?? "member",
    state: memberStates.find((state) => state === row.state) ?? "left",
  })) satisfies readonly Standing[];
};

/** Members leave, reserves step in by the order of the result; both in the caller's transaction. */
export async function applySuccession(tx: Transaction, facts: Facts, electionId: string, departures: readonly Departure[]): Promise<{ readonly left: readonly string[]; readonly steppedIn: readonly string[] }> {
  const before = await standings(tx, electionId);
  const outcome = succeed(before, new Set(departures.map((departure) => departure.id)));
  const replaces = new Map(outcome.steppedIn.map((step) => [step.id, step.replaces]));
  for (const member of outcome.members) {
    const earlier = before.find((row) => row.id === member.id);
    if (earlier === undefined || (earlier.state === member.state && earlier.position === member.position)) continue;
    const departure = departures.find((one) => one.id === member.id);
    const leaving = member.state === "left" ? { leftOn: departure?.leftOn ?? facts.today, leftReason: departure?.reason ?? "other" } : {};
    const replacing = replaces.get(member.id);
    await tx.committeeMember.update({
      where: { id: member.id },
      data: { state: member.state, position: member.position, ...leaving, ...(replacing === undefined ? {} : { replacesId: replacing }) },
    });
  }
  return { left: outcome.left, steppedIn: outcome.steppedIn.map((step) => step.id) };
}

/** Ties members to the roll where name, sex and group name exactly one listed person: only then can kinship be seen. */
async function tieToRoll(tx: Transaction, electionId: string): Promise<void> {
  const untied = (await standings(tx, electionId)).filter((member) => member.rollEntryId === null && member.state !== "left");
  for (const member of untied) {
    const same = await tx.rollEntry.findMany({
      where: { electionId, name: member.name, sex: member.sex, status: "listed", ...(member.groupNumber === null ? {} : { groupNumber: member.groupNumber }) },
      select: { id: true },
      take: 2,
    });
    const [only] = same;
    if (only !== undefined && same.length === 1) await tx.committeeMember.update({ where: { id: member.id }, data: { rollEntryId: only.id } });
  }
}

/**
 * After nominations or kinships changed: members of the election committee who are nominated, or whose near relatives
 * are (2025 law, Article 15), leave it in the same transaction, and reserves step in. Notice 2-1 then falls due.
 */
export async function leaveOnNomination(tx: Transaction, facts: Facts, electionId: string, law: Law, confirmedOnly: "candidatesOnly" | "allNominees"): Promise<readonly string[]> {
  await tieToRoll(tx, electionId);
  if (law.values.committeeLeaveOn === "confirmed" && confirmedOnly === "allNominees") return [];
  const states = law.values.committeeLeaveOn === "confirmed" ? ["candidate"] : ["nominated", "candidate"];
  const nominees = await tx.nominee.findMany({ where: { electionId, state: { in: states } }, select: { rollEntryId: true } });
  const kin = await tx.kinship.findMany({ where: { electionId }, select: { entryA: true, entryB: true } });
  const members = (await standings(tx, electionId)).map((member) => ({ ...member, entryId: member.rollEntryId }));
  const pairs: readonly KinPair[] = kin.map((pair) => [pair.entryA, pair.entryB] as const);
  const leaving = mustLeave(members, new Set(nominees.map((nominee) => nominee.rollEntryId)), pairs, law.values.committeeLeaveOn);
  if (leaving.length === 0) return [];
  await applySuccession(tx, facts, electionId, leaving.map((one) => ({ ...one, leftOn: facts.today })));
  return leaving.map((one) => one.id);
}
