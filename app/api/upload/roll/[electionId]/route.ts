import { uploadRegister } from "#lib/roll/import/commands.ts";
import { thenRead } from "#lib/roll/import/reader-process.ts";
import { LARGEST_REGISTER_BYTES } from "#lib/roll/inputs.ts";
import { uploadRoute } from "#lib/web/upload.ts";

/** Takes a household register in; its reading goes on in a process of its own. */
export const POST = uploadRoute(thenRead(uploadRegister), {
  largest: LARGEST_REGISTER_BYTES,
  input: (params, file) => ({ electionId: params["electionId"], fileName: file.name, bytes: file.bytes }),
  then: ({ electionId, importId }) => `/desk/${electionId}/roll/import/${importId}`,
  back: (params) => `/desk/${params["electionId"] ?? ""}/roll/import`,
});
