import type { Reader } from "../database/client.ts";
import { sexes } from "../election/model.ts";
import { registeredNow } from "../election/people.ts";
import { nomineeSources, nomineeStates } from "./model.ts";
import { primaryOf } from "./primary-queries.ts";
import type { NominationFacts, Standing } from "./rules.ts";

/** Nominees of an election as the rules see them. */
export async function standingsOf(db: Reader, electionId: string): Promise<readonly Standing[]> {
  const rows = await db.nominee.findMany({
    where: { electionId },
    select: {
      id: true, contest: true, rollEntryId: true, name: true, sex: true, votes: true, source: true, state: true, vettedOn: true, consent: true,
      primaryVotes: { select: { votes: true, round: { select: { number: true } } } },
    },
  });
  const rounds = await db.primaryRound.count({ where: { electionId } });
  const listed = await db.rollEntry.findMany({ where: { electionId, published: true, id: { in: rows.map((row) => row.rollEntryId) } }, select: { id: true } });
  const onList = new Set(listed.map((entry) => entry.id));
  return rows.map(({ vettedOn, consent, primaryVotes, ...row }) => ({
    ...row, vetted: vettedOn !== null, consented: consent === "given", listed: onList.has(row.rollEntryId), sex: sexes.find((sex) => sex === row.sex) ?? "male",
    source: nomineeSources.find((source) => source === row.source) ?? "voters",
    state: nomineeStates.find((state) => state === row.state) ?? "nominated",
    rounds: Array.from({ length: rounds }, (_, index) => primaryVotes.find((vote) => vote.round.number === index + 1)?.votes ?? null),
  }));
}

/** What the law asks of the nomination itself is read from: who is nominated, by how many ballots, with which primary. */
export async function nominationFacts(db: Reader, electionId: string): Promise<NominationFacts> {
  const meeting = await db.meeting.findFirst({ where: { electionId, purpose: "nomination" }, select: { present: true } });
  return { nominees: await standingsOf(db, electionId), registered: (await registeredNow(db, electionId)) ?? 0, ballots: meeting?.present ?? null, primary: await primaryOf(db, electionId) };
}
