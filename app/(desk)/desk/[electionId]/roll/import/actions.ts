"use server";

import { chooseKept, confirmImport, discardImport, mapRegisterColumns, rereadRegister } from "#lib/roll/import/commands.ts";
import { thenRead } from "#lib/roll/import/reader-process.ts";
import { formAction } from "#lib/web/action.ts";

type Upload = { readonly electionId: string; readonly importId: string };
const uploadPage = ({ electionId, importId }: Upload): string => `/desk/${electionId}/roll/import/${importId}`;

export const mapColumnsAction = formAction(thenRead(mapRegisterColumns), uploadPage);
export const rereadRegisterAction = formAction(thenRead(rereadRegister), uploadPage);
export const chooseKeptAction = formAction(chooseKept, (upload) => `${uploadPage(upload)}?show=kept#detail`);
export const confirmImportAction = formAction(confirmImport, (upload) => `${uploadPage(upload)}?done=1`);
export const discardImportAction = formAction(discardImport, ({ electionId }) => `/desk/${electionId}/roll/import`);
