import type { Reader } from "../database/client.ts";
import { OFFICES } from "../law/parameters.ts";
import type { SeatPlan } from "./rules.ts";

const contestOrder = ["chair", "viceChair", "woman", "member"];

type SeatRow = { readonly contest: string; readonly office: string; readonly seats: number; readonly only: string | null; readonly margin: number };

/** Rows of seats as the rules see them, highest office first. */
export const seatPlansOf = (rows: readonly SeatRow[]): readonly SeatPlan[] =>
  rows
    .map(({ contest, office, seats, only, margin }) => ({ contest, seats, margin, office: OFFICES.find((one) => one === office) ?? "member", only: only === "women" ? ("women" as const) : null }))
    .toSorted((one, other) => contestOrder.indexOf(one.contest) - contestOrder.indexOf(other.contest));

/** Seats as decided, highest office first. */
export const seatsOf = async (db: Reader, electionId: string): Promise<readonly SeatPlan[]> =>
  seatPlansOf(await db.seat.findMany({ where: { electionId }, select: { contest: true, office: true, seats: true, only: true, margin: true } }));
