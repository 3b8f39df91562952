"use server";

import { townshipAccounts } from "#lib/access/commands.ts";
import { decideDayChange } from "#lib/plan/day-commands.ts";
import { addVillages, openDrive, openElections, recordAudit, setElectionDay } from "#lib/township/commands.ts";
import { formAction } from "#lib/web/action.ts";
import { roleChoiceForm } from "#lib/web/role-choice.ts";

const base = (fields: Readonly<Record<string, unknown>>, name = "townshipId"): string => `/township/${String(fields[name])}`;

export const openDriveAction = formAction(openDrive, (_, fields) => `${base(fields)}?done=drive`);
export const addVillagesAction = formAction(addVillages, (_, fields) => `${base(fields)}/villages?done=villages`);
export const openElectionsAction = formAction(openElections, (_, fields) => `${base(fields)}?done=elections`);
export const setElectionDayAction = formAction(setElectionDay, ({ electionId }, fields) => `${base(fields)}/elections/${electionId}?done=day`);
export const decideDayAction = formAction(decideDayChange, ({ electionId }, fields) => `${base(fields)}/elections/${electionId}?done=decided`);
export const recordAuditAction = formAction(recordAudit, ({ electionId }, fields) => `${base(fields)}/elections/${electionId}?done=audit`);

const people = (fields: Readonly<Record<string, unknown>>): string => `${base(fields, "placeId")}/people`;

export const createAccountAction = formAction(townshipAccounts.create, (_, fields) => `${people(fields)}?done=created`, roleChoiceForm);
export const grantRoleAction = formAction(townshipAccounts.grant, ({ accountId }, fields) => `${people(fields)}/${accountId}?done=granted`, roleChoiceForm);
export const revokeRoleAction = formAction(townshipAccounts.revoke, ({ accountId }, fields) => `${people(fields)}/${accountId}?done=revoked`, roleChoiceForm);
export const resetPasswordAction = formAction(townshipAccounts.resetPassword, ({ accountId }, fields) => `${people(fields)}/${accountId}?done=reset`);
export const disableAccountAction = formAction(townshipAccounts.disable, ({ accountId }, fields) => `${people(fields)}/${accountId}?done=disabled`);
export const enableAccountAction = formAction(townshipAccounts.enable, ({ accountId }, fields) => `${people(fields)}/${accountId}?done=enabled`);
export const endSessionAction = formAction(townshipAccounts.endSession, ({ accountId }, fields) => `${people(fields)}/${accountId}?done=sessionEnded`);
