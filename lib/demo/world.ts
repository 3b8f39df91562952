import type { z } from "zod";
import { electionAccounts, systemAccounts, townshipAccounts } from "../access/commands.ts";
import { changeOwnPassword } from "../access/own-password.ts";
import type { Actor } from "../access/actor.ts";
import type { Role } from "../access/permissions.ts";
import { actorOfAccount } from "../access/session.ts";
import { addDays } from "../calendar/day.ts";
import type { Database } from "../database/client.ts";
import type { Json } from "../platform/canonical.ts";
import { execute, type Command } from "../platform/command.ts";
import type { Refusal } from "../platform/refusal.ts";
import type { Result } from "../platform/result.ts";

/** Password of all demonstration accounts, printed when the program starts. */
export const demoPassword = "cunxuan-demo";
const handedOut = "handed-out-once";

/** The demonstration being built: everything goes through the same commands as in real use, at a time that is told. */
export type World = {
  readonly db: Database;
  /** The day of seeding: the second village's election day. */
  readonly day: string;
  /** The instant of seeding: nothing of the demonstration lies after it. */
  readonly now: Date;
};

/** An instant of a day counted from the day of seeding, at a clock time in Chinese time; never later than now. */
export function at(world: World, days: number, time = "09:00"): Date {
  const instant = new Date(`${addDays(world.day, days)}T${time}:00+08:00`);
  return instant < world.now ? instant : world.now;
}

/** The value of a result that must not be a refusal: a demonstration that is refused is a fault of the program. */
export function granted<Value>(what: string, result: Result<Value, Refusal>): Value {
  if (result.ok) return result.value;
  throw new Error(`demonstration: ${what} was refused: ${JSON.stringify(result.error)}`);
}

/** Executes a command as somebody at some time. */
export async function act<Input extends z.ZodType, Output extends Json>(
  world: World,
  actor: Actor,
  when: Date,
  command: Command<Input, Output>,
  input: z.input<Input>,
): Promise<Output> {
  return granted(command.name, await execute(command, { db: world.db, actor, clock: () => when }, input));
}

/** A person of the demonstration: name for signing in, name, role. */
export type DemoPerson = { readonly username: string; readonly name: string; readonly role: Role };

type Hire = { readonly giver: Actor; readonly when: Date; readonly placeId: string; readonly scopeId: string };

/** Makes an account as its superior would, and changes the handed-out password as its owner would. */
export async function hire(world: World, person: DemoPerson, { giver, when, placeId, scopeId }: Hire): Promise<Actor> {
  const gives = (role: Role): boolean => giver.grants.some((grant) => grant.role === role);
  const command = gives("administrator") ? systemAccounts.create : gives("townshipOfficer") ? townshipAccounts.create : electionAccounts.create;
  const { accountId } = await act(world, giver, when, command, { placeId, scopeId, ...person, password: handedOut });
  return settle(world, accountId, handedOut, when);
}

/** Changes a handed-out password into the demonstration's; returns the person ready to act. */
export async function settle(world: World, accountId: string, oldPassword: string, when: Date): Promise<Actor> {
  const before = await actorOfAccount(world.db, accountId);
  granted("password", await changeOwnPassword({ db: world.db, actor: before, clock: () => when }, { oldPassword, newPassword: demoPassword, repeatPassword: demoPassword }));
  const after = await actorOfAccount(world.db, accountId);
  if (after === null) throw new Error("demonstration: account vanished");
  return after;
}
