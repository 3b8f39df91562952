import { deskRoles } from "../access/granting.ts";
import { may, type Action, type Grant, type Place } from "../access/permissions.ts";
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

/** What somebody who acts in a phase may do there. */
const phaseActs: Readonly<Record<Phase, readonly Action[]>> = {
  committee: ["committee.write"], roll: ["roll.write"], nomination: ["nomination.write"], ballot: ["ballot.write", "ballot.issue"], count: ["count.read"],
};

/** Phases in which these grants act, rather than look on. */
export const actingPhases = (grants: readonly Grant[], place: Place): readonly Phase[] => phases.filter((phase) => phaseActs[phase].some((action) => may(grants, action, place)));

/** Pages that today's list leads to and that ask for more than to read the case. */
const pageActs: Readonly<Record<string, Action>> = {
  "roll/duplicates": "roll.write", "roll/objections": "roll.read", "roll/publish": "roll.publish", "roll/houses/reports": "roll.write", "roll/import": "roll.write", count: "count.read",
};

/** Whether these grants open a page that today's list leads to. */
export const opensPage = (grants: readonly Grant[], place: Place, page: string): boolean => may(grants, pageActs[page] ?? "election.read", place);
