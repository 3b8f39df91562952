import type { ReopenRole } from "./bundle.ts";

const reopenRoles: readonly ReopenRole[] = ["committeeChair", "scrutineer"];

/** The reopening roles among some grants. */
export const personsWithRole = (grants: readonly { readonly role: string }[]): ReadonlySet<ReopenRole> =>
  new Set(reopenRoles.filter((role) => grants.some((grant) => grant.role === role)));
