import { z } from "zod";
import { defineCommand } from "../../platform/command.ts";
import { id, paragraph } from "../../platform/fields.ts";
import { conflict, invalid, stoppedBy } from "../../platform/refusal.ts";
import { ok } from "../../platform/result.ts";
import { acceptedAs, digestOf, isReason, REASON_MIN, settleFindings, subjectOf } from "../acceptance.ts";
import { phases } from "../model.ts";
import { guardStanding } from "./standing.ts";
import { guardLines } from "./table.ts";

/** A warning of a guard, as its page showed it: phase, code, which of several, the figures it had, and why it may stand. */
export const acceptWarningInput = z.object({
  electionId: id,
  phase: z.enum(phases),
  code: z.string().regex(/^[a-z][A-Za-z]{1,60}$/),
  subject: z.string().max(200).optional().transform((value) => value ?? ""),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  reason: paragraph(500),
});

/**
 * The chair accepts a warning of a guard with a reason (接受提示), for the figures that were shown. An error of the law is
 * accepted by nobody; other figures than those shown are a conflict.
 */
export const acceptWarning = defineCommand({
  name: "guard.accept",
  action: "guard.accept",
  input: acceptWarningInput,
  scope: ({ electionId }) => ({ kind: "election", id: electionId }),
  load: (tx, { electionId }) => guardStanding(tx, electionId),
  decide: ({ facts: found, kept }, input, facts) => {
    const same = guardLines(input.phase, found, facts.today).map((line) => line.finding).filter((one) => !one.ok && one.code === input.code && subjectOf(one) === input.subject);
    const finding = same.find((one) => digestOf(one) === input.digest);
    if (finding === undefined) return same.length === 0 ? invalid(null, "nothingToAccept") : conflict;
    if (finding.severity === "error") return stoppedBy([finding]);
    if (finding.severity === "info") return invalid(null, "nothingToAccept");
    if (acceptedAs(finding, kept) !== null) return invalid(null, "alreadyDone");
    if (!isReason(input.reason)) return invalid("reason", "reasonTooShort", { min: REASON_MIN });
    const settled = settleFindings([finding], { [finding.code]: input.reason }, facts);
    return settled.ok ? ok({ phase: input.phase, code: finding.code, accepted: settled.value }) : settled;
  },
  // The row itself is written by settling the finding, as in every other command.
  save: async (_tx, { phase }, facts) => ({ electionId: facts.place.electionId ?? "", phase }),
  entry: ({ phase, accepted }) => ({ phase, accepted }),
});
