import { defineCommand } from "../platform/command.ts";
import { invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { postingInput } from "./model.ts";

/** Records that a notice was posted (张贴): place, time, by whom. Postings are added, never changed. */
export const postNotice = defineCommand({
  name: "notice.post",
  action: "notice.post",
  input: postingInput,
  scope: async (input, db) => {
    const notice = await db.notice.findUnique({ where: { id: input.noticeId }, select: { electionId: true } });
    return notice === null ? null : { kind: "election", id: notice.electionId };
  },
  load: (tx, input) => tx.notice.findUnique({ where: { id: input.noticeId }, select: { id: true, electionId: true, number: true, issuedAt: true } }),
  decide: (notice, input, facts) => {
    const postedAt = new Date(`${input.postedOn}T${input.postedAt}:00+08:00`);
    if (postedAt.getTime() < Math.floor(notice.issuedAt.getTime() / 60_000) * 60_000) return invalid("postedOn", "beforeIssue");
    if (postedAt.getTime() > facts.now.getTime() + 60_000) return invalid("postedOn", "inFuture");
    return ok({ notice, place: input.place, postedAt });
  },
  save: async (tx, { notice, place, postedAt }, facts) => {
    const id = facts.newId();
    await tx.posting.create({ data: { id, electionId: notice.electionId, noticeId: notice.id, place, postedAt, byName: facts.actor.name } });
    return { postingId: id, electionId: notice.electionId };
  },
  entry: ({ notice, postedAt }) => ({ notice: notice.number, noticeId: notice.id, postedAt: postedAt.toISOString() }),
});
