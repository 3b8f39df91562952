import type { Actor } from "../lib/access/actor.ts";
import { actorOfAccount } from "../lib/access/session.ts";
import { claimEntry } from "../lib/count/commands.ts";
import { ballotForm } from "../lib/count/load.ts";
import { answerReopen, askReopen } from "../lib/count/settle-commands.ts";
import { connect } from "../lib/database/client.ts";
import { papersOf } from "../lib/demo/count.ts";
import { act, demoPassword, hire, type World } from "../lib/demo/world.ts";
import { today } from "../lib/calendar/day.ts";

/**
 * Puts ten tellers to work in the demonstration village that counts, through the commands of real use, each with a
 * bundle in first entry: settled bundles are reopened by chair and scrutineer for it. Prints what the tellers need as
 * JSON. The demonstration's count is no longer as seeded afterwards.
 */
const tellers = 10;
const db = connect(process.env["DATABASE_URL"] ?? "");
const now = new Date();
const world: World = { db, day: today(now), now };

async function actor(username: string): Promise<Actor> {
  const account = await db.account.findUnique({ where: { username }, select: { id: true } });
  const found = account === null ? null : await actorOfAccount(db, account.id);
  if (found === null) throw new Error(`the demonstration has no account ${username}`);
  return found;
}

async function tellerOf(number: number, chair: Actor, electionId: string): Promise<Actor> {
  const username = `bench-teller-${number}`;
  const known = await db.account.findUnique({ where: { username }, select: { id: true } });
  return known === null ? hire(world, { username, name: `计票人${number}`, role: "teller" }, { giver: chair, when: now, placeId: electionId, scopeId: electionId }) : actor(username);
}

/** A bundle that this teller already has, an empty one, or a settled one that is reopened. */
async function bundleFor(teller: Actor, voteId: string, chair: Actor, scrutineer: Actor): Promise<string> {
  const select = { id: true, version: true } as const;
  const ready = (await db.bundle.findFirst({ where: { voteId, state: "firstEntry", firstBy: teller.accountId }, select })) ?? (await db.bundle.findFirst({ where: { voteId, state: "empty", size: 50 }, select }));
  if (ready !== null) return ready.id;
  const { id, version } = await db.bundle.findFirstOrThrow({ where: { voteId, state: "settled" }, select });
  await act(world, chair, now, askReopen, { bundleId: id, version, reason: "测量保存用时" });
  await act(world, scrutineer, now, answerReopen, { bundleId: id, version: version + 1, answer: "confirm" });
  return id;
}

const vote = await db.vote.findFirstOrThrow({ where: { state: "counting" }, select: { id: true, electionId: true } });
const [chair, scrutineer] = [await actor("sq-zhuren"), await actor("sq-jianpiao")];
const desks: { readonly username: string; readonly bundleId: string }[] = [];
for (let number = 1; number <= tellers; number += 1) {
  const teller = await tellerOf(number, chair, vote.electionId);
  const bundleId = await bundleFor(teller, vote.id, chair, scrutineer);
  await act(world, teller, now, claimEntry, { bundleId });
  desks.push({ username: `bench-teller-${number}`, bundleId });
}
const papers = papersOf(await ballotForm(db, vote.id), { papers: 50, invalid: 2, votes: { chair: [28, 15], member: [30, 26, 20] } }, 5);
console.log(JSON.stringify({ password: demoPassword, desks, papers }));
await db.$disconnect();
