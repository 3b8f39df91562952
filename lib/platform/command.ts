import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { today } from "../calendar/day.ts";
import type { Actor } from "../access/actor.ts";
import { placeOf } from "../access/place.ts";
import { may, type Action, type Place } from "../access/permissions.ts";
import type { Database, Reader, Transaction } from "../database/client.ts";
import { append, lockHead, scopeName, type Scope } from "../ledger/append.ts";
import { announce } from "./announce.ts";
import { canonical, type Json } from "./canonical.ts";
import { commitTo } from "./crypto.ts";
import { isLedgerRace, isRetryable, isUniqueViolation } from "./database-errors.ts";
import { parseInput, type Refusal } from "./refusal.ts";
import { err, ok, type Result } from "./result.ts";

/** What a command may know besides its input and its rows. Time and ids come from here, never from a clock inside a rule. */
export type Facts = {
  /** Name of the command, as in the ledger. */
  readonly command: string;
  readonly now: Date;
  /** Civil day in Asia/Shanghai, YYYY-MM-DD. */
  readonly today: string;
  readonly actor: Actor;
  readonly scope: Scope;
  readonly place: Place;
  /** Hash of the chain's newest entry before this one. */
  readonly headHash: string;
  readonly newId: () => string;
  /** A commitment to a personal value; its nonce is kept beside the row when the command succeeds. */
  readonly commit: (value: string) => string;
  /** Has further rows written after those of `save`, in the same transaction. */
  readonly alongside: (write: (tx: Transaction) => Promise<unknown>) => void;
};

/**
 * One way to change something. Order: parse, actor, begin, lock head, load in scope, may, decide, save + entry, commit, announce.
 * `decide` is pure apart from `facts`; `entry` holds ids, numbers and commitments, never personal data.
 */
export type CommandSpec<Input extends z.ZodType, Loaded, Change, Output extends Json> = {
  /** `room.verb`, as in the ledger. */
  readonly name: string;
  readonly action: Action;
  readonly input: Input;
  /** Whose chain it is written to; read from the row when the input names a row. Null: there is no such row. */
  readonly scope: (input: z.output<Input>, db: Reader) => Promise<Scope | null> | Scope;
  /** Reads what the decision needs, in the scope; null answers like a missing row. */
  readonly load: (tx: Transaction, input: z.output<Input>, facts: Facts) => Promise<Loaded | null>;
  readonly decide: (loaded: Loaded, input: z.output<Input>, facts: Facts) => Result<Change, Refusal>;
  readonly save: (tx: Transaction, change: Change, facts: Facts) => Promise<Output>;
  readonly entry: (change: Change, input: z.output<Input>, facts: Facts) => Json;
  /** Longest time in the database, milliseconds; 10,000 unless told. */
  readonly timeoutMs?: number;
};

/** Marks what `defineCommand` built. */
export const commandBrand: unique symbol = Symbol.for("cunxuan.command");

/** A command, ready to be executed with an actor, an input and a clock. */
export type Command<Input extends z.ZodType = z.ZodType, Output extends Json = Json> = {
  readonly [commandBrand]: true;
  readonly name: string;
  readonly action: Action;
  readonly input: Input;
  readonly run: (context: CommandContext, input: unknown) => Promise<Result<Output, Refusal>>;
};

/** Who asks, on which database, at what time. */
export type CommandContext = {
  readonly db: Database;
  readonly actor: Actor | null;
  readonly clock: () => Date;
  /** Identifies one click: the same id twice gives the first answer and changes nothing again. */
  readonly requestId?: string | undefined;
};

const attempts = 5;

/** Builds the only kind of thing that may write. */
export function defineCommand<Input extends z.ZodType, Loaded, Change, Output extends Json>(
  spec: CommandSpec<Input, Loaded, Change, Output>,
): Command<Input, Output> {
  const run = async (context: CommandContext, raw: unknown): Promise<Result<Output, Refusal>> => {
    const parsed = parseInput(spec.input, raw);
    if (!parsed.ok) return parsed;
    const { actor } = context;
    if (actor === null) return err({ kind: "signedOut" });
    if (actor.mustChangePassword) return err({ kind: "passwordChangeDue" });
    const scope = await spec.scope(parsed.value, context.db);
    if (scope === null) return err({ kind: "notFound" });
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await transact(spec, { ...context, actor }, scope, parsed.value);
        if (result.ok && !result.value.repeated) announce(context.db, scopeName(scope));
        return result.ok ? ok(result.value.output) : result;
      } catch (error) {
        if ((isRetryable(error) || isLedgerRace(error)) && attempt < attempts) continue;
        if (isUniqueViolation(error)) return err({ kind: "conflict" });
        throw error;
      }
    }
  };
  return { [commandBrand]: true, name: spec.name, action: spec.action, input: spec.input, run };
}

type Done<Output> = { readonly output: Output; readonly repeated: boolean };

/** Carries a refusal out of a transaction, so that it rolls back. */
class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super("refused");
    this.refusal = refusal;
  }
}

/** Ends a command from within `save` with a refusal; everything written so far is rolled back. */
export function abandon(refusal: Refusal): never {
  throw new Refused(refusal);
}

async function transact<Input extends z.ZodType, Loaded, Change, Output extends Json>(
  spec: CommandSpec<Input, Loaded, Change, Output>,
  context: CommandContext & { readonly actor: Actor },
  scope: Scope,
  input: z.output<Input>,
): Promise<Result<Done<Output>, Refusal>> {
  const { db, actor, clock, requestId } = context;
  try {
    const done = await db.$transaction(
      async (tx) => {
        const head = await lockHead(tx, scope);
        const place = await placeOf(tx, scope);
        if (head === null || place === null) throw new Refused({ kind: "notFound" });
        if (!may(actor.grants, spec.action, place)) throw new Refused({ kind: "forbidden" });
        if (requestId !== undefined) {
          const receipt = await tx.commandReceipt.findUnique({ where: { requestId } });
          if (receipt !== null) return repeated<Output>(receipt, spec.name, actor.accountId);
        }
        const now = clock();
        const secrets: { commitment: string; nonce: string; value: string }[] = [];
        const writes: ((tx: Transaction) => Promise<unknown>)[] = [];
        const facts: Facts = {
          command: spec.name, alongside: (write) => void writes.push(write), now, today: today(now), actor, scope, place, headHash: head.hash, newId: randomUUID,
          commit: (value) => {
            const made = commitTo(value);
            secrets.push({ ...made, value });
            return made.commitment;
          },
        };
        const loaded = await spec.load(tx, input, facts);
        if (loaded === null) throw new Refused({ kind: "notFound" });
        const decision = spec.decide(loaded, input, facts);
        if (!decision.ok) throw new Refused(decision.error);
        const output = await spec.save(tx, decision.value, facts);
        for (const write of writes) await write(tx);
        const payload = spec.entry(decision.value, input, facts);
        await append(tx, { scope, at: now, actor: actor.accountId, command: spec.name, payload });
        if (secrets.length > 0) await tx.ledgerSecret.createMany({ data: secrets.map((secret) => ({ ...secret, scope: scopeName(scope) })) });
        if (requestId !== undefined) {
          await tx.commandReceipt.create({
            data: { requestId, accountId: actor.accountId, command: spec.name, scope: scopeName(scope), result: { output: canonical(output) }, at: now },
          });
        }
        return { output, repeated: false };
      },
      { timeout: spec.timeoutMs ?? 10_000, maxWait: 15_000, isolationLevel: "ReadCommitted" },
    );
    return ok(done);
  } catch (error) {
    if (error instanceof Refused) return err(error.refusal);
    throw error;
  }
}

function repeated<Output extends Json>(
  receipt: { readonly command: string; readonly accountId: string; readonly result: unknown },
  command: string,
  accountId: string,
): Done<Output> {
  const result = receipt.result;
  const text = typeof result === "object" && result !== null && "output" in result ? result.output : undefined;
  if (receipt.command !== command || receipt.accountId !== accountId || typeof text !== "string") throw new Refused({ kind: "conflict" });
  // The receipt was written by this same command from a value of its own output type.
  const output: Output = JSON.parse(text);
  return { output, repeated: true };
}

/** Runs a command: the door that actions, routes, seed, command line and tests use alike. */
export const execute = <Input extends z.ZodType, Output extends Json>(
  command: Command<Input, Output>,
  context: CommandContext,
  input: z.input<Input>,
): Promise<Result<Output, Refusal>> => command.run(context, input);
