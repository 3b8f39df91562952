import { covers, roles, type Grant, type Place, type Role } from "./permissions.ts";

/** The highest role that somebody holds over a place, in the order of the table; null when he holds none. */
export function roleAt(grants: readonly Grant[], place: Place): Role | null {
  return roles.find((role) => grants.some((grant) => grant.role === role && covers(grant, place))) ?? null;
}
