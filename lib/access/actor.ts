import type { Grant } from "./permissions.ts";

/** Somebody signed in, with all that access decisions need. */
export type Actor = {
  readonly accountId: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** A handed-out password: nothing may be done until it is changed. */
  readonly mustChangePassword: boolean;
};
