import { deskRoles } from "../access/granting.ts";
import { may, type Grant, type Place } from "../access/permissions.ts";
import { roleAt } from "../access/roles-at.ts";
import { phases, type Phase } from "./model.ts";

/** Phases whose first page these grants open; the count's is only for those who count and the committee. */
export const openPhases = (grants: readonly Grant[], place: Place): readonly Phase[] =>
  phases.filter((phase) => may(grants, phase === "count" ? "count.read" : "election.read", place));

/** Whether somebody works at this desk, rather than guides or watches. */
export function worksAt(grants: readonly Grant[], place: Place): boolean {
  const role = roleAt(grants, place);
  return role !== null && deskRoles.includes(role);
}
