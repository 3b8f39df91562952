import type { Reader } from "../database/client.ts";
import type { CandidatesMeetingFacts } from "./meeting-rules.ts";

/** How the candidates of an election have met the villagers; null where it has none before the vote (提名与投票合并进行). */
export async function candidatesMeetingOf(db: Reader, electionId: string): Promise<CandidatesMeetingFacts | null> {
  const row = await db.election.findUnique({
    where: { id: electionId },
    select: {
      electionDay: true, method: true,
      candidatesMeetings: { orderBy: [{ heldOn: "asc" }, { recordedAt: "asc" }], select: { id: true, heldOn: true, place: true, attendance: true, nomineeIds: true, note: true } },
      nominees: { where: { state: "candidate" }, orderBy: [{ contest: "asc" }, { ordinal: "asc" }], select: { id: true, name: true, statementOn: true } },
    },
  });
  if (row === null || row.method === "combinedMeeting") return null;
  return {
    electionDay: row.electionDay, meetings: row.candidatesMeetings,
    candidates: row.nominees.map(({ statementOn, ...one }) => ({ ...one, statementChecked: statementOn !== null })),
  };
}

/** Names on the first vote's sheet of people who have withdrawn or were barred since the list came out. */
export async function withdrawnCandidates(db: Reader, electionId: string): Promise<readonly string[]> {
  const candidates = await db.candidate.findMany({ where: { electionId, contest: { vote: { number: 1 } } }, select: { rollEntryId: true, name: true, contest: { select: { contest: true } } } });
  if (candidates.length === 0) return [];
  const gone = await db.nominee.findMany({ where: { electionId, state: { in: ["withdrawn", "barred"] } }, select: { rollEntryId: true, contest: true } });
  return candidates.filter((one) => gone.some((row) => row.rollEntryId === one.rollEntryId && row.contest === one.contest.contest)).map((one) => one.name);
}
