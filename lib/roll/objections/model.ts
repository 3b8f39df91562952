import { z } from "zod";
import { acceptances, day, id, line, optionalLine, optionalWhole, paragraph, version } from "#lib/platform/fields.ts";

/** What an objection (申诉) asks for: somebody missing, somebody who should not stand there, something written wrong. */
export const OBJECTION_KINDS = ["add", "remove", "correct"] as const;
export type ObjectionKind = (typeof OBJECTION_KINDS)[number];

/** Where it stands: 待处理, 成立, 不成立, 已撤回. */
export const OBJECTION_STATES = ["open", "granted", "refused", "withdrawn"] as const;
export type ObjectionState = (typeof OBJECTION_STATES)[number];

/** An objection as the desk enters it. `about` names a listed person, or for `add` whoever is missing. */
export const recordObjectionInput = z.object({
  electionId: id,
  asks: z.enum(OBJECTION_KINDS),
  about: line(80),
  aboutGroup: optionalWhole(1, 999),
  statement: paragraph(500),
  objector: line(50),
  contactWay: optionalLine(60),
  receivedOn: day,
  acceptances,
});

/** An objection as a villager sends it from the public page: he must be reachable for the answer. */
export const sendObjectionInput = recordObjectionInput.pick({ asks: true, about: true, aboutGroup: true, statement: true, objector: true }).extend({ contactWay: line(60) });

/** The election committee's decision (处理决定) with its reason. */
export const decideObjectionInput = z.object({ objectionId: id, version, decision: z.enum(["granted", "refused"]), decisionReason: paragraph(500), acceptances });

/** Whoever objected takes it back. */
export const withdrawObjectionInput = z.object({ objectionId: id, version, reason: line(200) });
