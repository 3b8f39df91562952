import { addPostingPhoto } from "#lib/notice/commands.ts";
import { LARGEST_PHOTO_BYTES } from "#lib/notice/photo.ts";
import { uploadRoute } from "#lib/web/upload.ts";

/** Takes in a photo of a posted notice. Election and notice in the address only lead back; the posting's own row says where it lies. */
export const POST = uploadRoute(addPostingPhoto, {
  largest: LARGEST_PHOTO_BYTES,
  missing: "photoMissing",
  input: (params, file) => ({ postingId: params["postingId"], bytes: file.bytes }),
  then: ({ electionId, noticeId }) => `/desk/${electionId}/notices/${noticeId}?photo=1`,
  back: (params) => `/desk/${params["electionId"] ?? ""}/notices/${params["noticeId"] ?? ""}`,
});
