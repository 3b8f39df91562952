import { randomUUID } from "node:crypto";
import type { Database } from "#lib/database/client.ts";

/** Puts an election committee (村民选举委员会) of three in its place, straight in the database: notices need a body that signs. */
export async function seatCommittee(db: Database, electionId: string): Promise<void> {
  const people = [["江国平", "male", "chair"], ["林秀英", "female", "member"], ["周建设", "male", "member"]] as const;
  await db.committeeMember.createMany({
    data: people.map(([name, sex, position], place) => ({ id: randomUUID(), electionId, name, sex, position, votes: 40 - place, rank: place + 1, state: "serving" })),
  });
}
