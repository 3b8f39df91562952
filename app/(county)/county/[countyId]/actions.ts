"use server";

import { choosePack, confirmUpload, discardUpload, uploadPack } from "#lib/pack/commands.ts";
import { formAction } from "#lib/web/action.ts";

/** The text of the chosen file beside the form's fields; without a file the field is empty and asked for. */
async function withFile(data: FormData): Promise<unknown> {
  const file = data.get("file");
  return { countyId: data.get("countyId"), file: file instanceof File ? await file.text() : "" };
}

export const uploadPackAction = formAction(uploadPack, ({ countyId, uploadId }) => `/county/${countyId}/packs/uploads/${uploadId}`, withFile);
export const confirmUploadAction = formAction(confirmUpload, ({ countyId }) => `/county/${countyId}?done=imported`);
export const discardUploadAction = formAction(discardUpload, ({ countyId }) => `/county/${countyId}?done=discarded`);
export const choosePackAction = formAction(choosePack, ({ countyId }) => `/county/${countyId}?done=chosen`);
