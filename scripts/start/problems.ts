import type { DatabaseProblem } from "#lib/database/problems.ts";

/** Everything that can keep the program from being served, as values; words in `words.ts`. */
export type StartProblem =
  | DatabaseProblem
  | { readonly kind: "badOption"; readonly option: string }
  | { readonly kind: "dataDirRelative"; readonly given: string }
  | { readonly kind: "notWritable"; readonly folder: string }
  /** Sizes in megabytes. */
  | { readonly kind: "diskFull"; readonly folder: string; readonly freeMb: number; readonly neededMb: number }
  /** Data exist and their keys do not: new keys would make them unreadable. */
  | { readonly kind: "keyMissing"; readonly files: readonly string[] }
  | { readonly kind: "keyDamaged"; readonly file: string }
  /** `free`: the next port nobody uses. */
  | { readonly kind: "portTaken"; readonly port: number; readonly free: number }
  | { readonly kind: "alreadyRunning"; readonly pid: number; readonly port: number }
  /** A moved clock is for trials on the demonstration; on real work it would falsify every deadline. */
  | { readonly kind: "movedClock" }
  | { readonly kind: "buildFailed"; readonly output: string }
  | { readonly kind: "demoFailed" }
  | { readonly kind: "trialClock" }
  | { readonly kind: "serverEnded"; readonly output: string }
  | { readonly kind: "unexpected"; readonly detail: string };
