import { defineCommand } from "../platform/command.ts";
import { invalid } from "../platform/refusal.ts";
import { ok } from "../platform/result.ts";
import { sha256 } from "../platform/crypto.ts";
import { photoInput, postingInput } from "./model.ts";
import { readPhoto } from "./photo.ts";

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

/** Most photos of one posting. */
const PHOTOS_PER_POSTING = 4;

/** Keeps a photo of a posted notice, without what the camera wrote about place, time and device. */
export const addPostingPhoto = defineCommand({
  name: "notice.photo",
  action: "notice.post",
  input: photoInput,
  timeoutMs: 30_000,
  scope: async ({ postingId }, db) => {
    const posting = await db.posting.findUnique({ where: { id: postingId }, select: { electionId: true } });
    return posting === null ? null : { kind: "election", id: posting.electionId };
  },
  load: (tx, { postingId }) => tx.posting.findUnique({ where: { id: postingId }, select: { id: true, electionId: true, noticeId: true, photos: { select: { sha256: true } } } }),
  decide: (posting, { bytes }, facts) => {
    const photo = readPhoto(bytes);
    if (!photo.ok) return invalid("file", photo.error);
    const hash = sha256(photo.value.bytes);
    if (posting.photos.some((known) => known.sha256 === hash)) return invalid("file", "photoKnown");
    if (posting.photos.length >= PHOTOS_PER_POSTING) return invalid("file", "photosEnough", { max: PHOTOS_PER_POSTING });
    return ok({ id: facts.newId(), posting, photo: photo.value, hash });
  },
  save: async (tx, { id, posting, photo, hash }, facts) => {
    await tx.postingPhoto.create({
      data: { id, electionId: posting.electionId, postingId: posting.id, mediaType: photo.mediaType, bytes: Uint8Array.from(photo.bytes), sha256: hash, width: photo.width, height: photo.height, addedAt: facts.now, byName: facts.actor.name },
    });
    return { photoId: id, electionId: posting.electionId, noticeId: posting.noticeId };
  },
  entry: ({ id, posting, photo, hash }) => ({ photoId: id, postingId: posting.id, noticeId: posting.noticeId, sha256: hash, bytes: photo.bytes.length }),
});
