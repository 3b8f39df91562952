import { z } from "zod";
import type { Reader } from "../database/client.ts";
import { issuerOf, noticeCase } from "../notice/issue.ts";
import { kindIn, noticeSetOf } from "../notice/set.ts";
import { parseTyped, typedInput, type TypedValues } from "../notice/typed.ts";
import { defineCommand } from "../platform/command.ts";
import { id, whole } from "../platform/fields.ts";
import { conflict, invalid } from "../platform/refusal.ts";
import { err, ok } from "../platform/result.ts";
import { mayIssue } from "./notice-command.ts";
import { draftedCodes } from "./typed-notices.ts";

/** A notice's typed content to be kept until it is issued. `version`: 0 for the first draft. */
export const saveDraftInput = z.object({
  electionId: id, code: z.enum(draftedCodes), correctsId: z.union([z.literal(""), id]).optional().transform((value) => value ?? ""),
  version: whole(0, 1_000_000), values: typedInput,
});

/** Keeps what was typed for a notice (起草), as often as needed until it is issued; only whole drafts are kept. */
export const saveNoticeDraft = defineCommand({
  name: "notice.saveDraft",
  action: "notice.draft",
  input: saveDraftInput,
  scope: ({ electionId }) => ({ kind: "election", id: electionId }),
  load: async (tx, { electionId, code, correctsId }) => {
    const one = await noticeCase(tx, electionId);
    const known = await tx.noticeDraft.findUnique({ where: { electionId_code_correctsId: { electionId, code, correctsId } }, select: { id: true, version: true } });
    return one === null ? null : { one, known };
  },
  decide: ({ one, known }, input, facts) => {
    const kind = kindIn(noticeSetOf(one.law), input.code);
    const old = input.code === "correction" ? one.notices.find((notice) => notice.id === input.correctsId) : undefined;
    if (input.code === "correction" && old === undefined) return err({ kind: "notFound" });
    if (!mayIssue(facts.actor, old === undefined ? kind.issuer : issuerOf(one, old), facts.place)) return err({ kind: "forbidden" });
    if (!kind.repeatable && one.notices.some((notice) => notice.code === input.code)) return invalid(null, "alreadyDone");
    if ((known?.version ?? 0) !== input.version) return conflict;
    const values = parseTyped(kind, input.values);
    return values.ok ? ok({ id: known?.id ?? facts.newId(), electionId: input.electionId, code: input.code, correctsId: input.correctsId, version: input.version + 1, values: values.value }) : values;
  },
  save: async (tx, { id: draftId, electionId, code, correctsId, version, values }, facts) => {
    const said = { values, savedAt: facts.now, byName: facts.actor.name, version };
    await tx.noticeDraft.upsert({ where: { id: draftId }, create: { id: draftId, electionId, code, correctsId, ...said }, update: said });
    return { electionId, code, correctsId };
  },
  // What is typed may name people; only its issue is published.
  entry: ({ id: draftId, code, correctsId, version }) => ({ draftId, code, correctsId, version }),
});

/** A kept draft with its version; null when there is none. */
export type KeptDraft = { readonly values: TypedValues; readonly version: number; readonly savedAt: Date; readonly byName: string };

/** Reads the draft of a notice. */
export async function noticeDraft(db: Reader, electionId: string, code: string, correctsId = ""): Promise<KeptDraft | null> {
  const row = await db.noticeDraft.findUnique({ where: { electionId_code_correctsId: { electionId, code, correctsId } }, select: { values: true, version: true, savedAt: true, byName: true } });
  return row === null ? null : { ...row, values: typedInput.parse(row.values) };
}
