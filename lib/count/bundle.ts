import { unreachable } from "../platform/result.ts";
import type { BundleState, Pass } from "./model.ts";

/**
 * The state machine of a bundle (票捆):
 *
 *     empty ──claim──▶ firstEntry ──finish──▶ firstDone ──claim──▶ secondEntry ──finish──▶ compared ──settle──▶ settled
 *       ▲                                                              └──────finish, all equal──────────────▶ settled
 *       └───────────────────────── reopen (chair and scrutineer): the next round, earlier readings stay ──────────┘
 */
export type Bundle = {
  readonly state: BundleState;
  readonly firstBy: string | null;
  readonly secondBy: string | null;
  readonly reopenAskedBy: string | null;
  /** Round: how often it was reopened. Readings and settlements belong to one round. */
  readonly reopens: number;
};

/** Why a move is refused: each has its words under `issues`. */
export type IllegalMove =
  | "bundleHeld"
  | "bundleSecondByOther"
  | "bundleNothingToEnter"
  | "bundleNotYours"
  | "bundleIncomplete"
  | "bundleNotCompared"
  | "bundleSettleByThird"
  | "bundleNotSettled"
  | "bundleReopenAsked"
  | "bundleReopenNotAsked"
  | "bundleReopenByOther";

type Move = { readonly ok: true; readonly state: BundleState; readonly pass: Pass } | { readonly ok: false; readonly why: IllegalMove };

const no = (why: IllegalMove): { readonly ok: false; readonly why: IllegalMove } => ({ ok: false, why });

/** A teller takes a bundle for entry, or comes back to the one he holds. `readers`: who made the first entry's readings. */
export function claim(bundle: Bundle, by: string, readers: ReadonlySet<string>): Move {
  switch (bundle.state) {
    case "empty":
      return { ok: true, state: "firstEntry", pass: 1 };
    case "firstEntry":
      return bundle.firstBy === null || bundle.firstBy === by ? { ok: true, state: "firstEntry", pass: 1 } : no("bundleHeld");
    case "firstDone":
      return bundle.firstBy === by || readers.has(by) ? no("bundleSecondByOther") : { ok: true, state: "secondEntry", pass: 2 };
    case "secondEntry":
      if (bundle.firstBy === by || readers.has(by)) return no("bundleSecondByOther");
      return bundle.secondBy === null || bundle.secondBy === by ? { ok: true, state: "secondEntry", pass: 2 } : no("bundleHeld");
    case "compared":
    case "settled":
      return no("bundleNothingToEnter");
    default:
      return unreachable(bundle.state);
  }
}

/** Whether this person is entering this pass just now. */
export function enters(bundle: Bundle, by: string, pass: Pass): boolean {
  return pass === 1 ? bundle.state === "firstEntry" && bundle.firstBy === by : bundle.state === "secondEntry" && bundle.secondBy === by;
}

/** The state after a finished entry. `read`: papers entered in this pass; `differing`: how many papers differ (second pass). */
export function finish(bundle: Bundle, by: string, pass: Pass, counts: { readonly size: number; readonly read: number; readonly differing: number }): Move {
  if (!enters(bundle, by, pass)) return no("bundleNotYours");
  if (counts.read < counts.size) return no("bundleIncomplete");
  if (pass === 1) return { ok: true, state: "firstDone", pass };
  return { ok: true, state: counts.differing === 0 ? "settled" : "compared", pass };
}

/** Whether this person may settle a paper: nobody who read any paper of this round. */
export function maySettle(bundle: Bundle, by: string, readers: ReadonlySet<string>): IllegalMove | null {
  if (bundle.state !== "compared") return "bundleNotCompared";
  return bundle.firstBy === by || bundle.secondBy === by || readers.has(by) ? "bundleSettleByThird" : null;
}

/** The two who reopen a bundle together: the committee's chair and a scrutineer, two persons. */
export type ReopenRole = "committeeChair" | "scrutineer";

/** Whether a settled bundle may be asked back. */
export const mayAskReopen = (bundle: Bundle): IllegalMove | null =>
  bundle.state !== "settled" ? "bundleNotSettled" : bundle.reopenAskedBy !== null ? "bundleReopenAsked" : null;

/** Whether this person completes the pair that reopens: another person, holding the role that the asker does not bring. */
export function mayConfirmReopen(bundle: Bundle, by: string, roles: { readonly asker: ReadonlySet<ReopenRole>; readonly confirmer: ReadonlySet<ReopenRole> }): IllegalMove | null {
  if (bundle.state !== "settled" || bundle.reopenAskedBy === null) return "bundleReopenNotAsked";
  if (bundle.reopenAskedBy === by) return "bundleReopenByOther";
  const pair = (one: ReopenRole, other: ReopenRole): boolean => roles.asker.has(one) && roles.confirmer.has(other);
  return pair("committeeChair", "scrutineer") || pair("scrutineer", "committeeChair") ? null : "bundleReopenByOther";
}

/** Sizes of the bundles for so many papers: all full but the last. */
export function bundleSizes(papers: number, size: number): readonly number[] {
  const full = Math.floor(papers / size);
  const rest = papers % size;
  const sizes = Array.from({ length: full }, () => size);
  return rest === 0 ? sizes : [...sizes, rest];
}
