"use server";

import { electionAccounts } from "#lib/access/commands.ts";
import { formAction } from "#lib/web/action.ts";
import { roleChoiceForm } from "#lib/web/role-choice.ts";

const listOf = (fields: Readonly<Record<string, unknown>>): string => `/desk/${String(fields["placeId"])}/people`;

export const createAccountAction = formAction(electionAccounts.create, (_, fields) => `${listOf(fields)}?done=created`, roleChoiceForm);
export const grantRoleAction = formAction(electionAccounts.grant, ({ accountId }, fields) => `${listOf(fields)}/${accountId}?done=granted`, roleChoiceForm);
export const revokeRoleAction = formAction(electionAccounts.revoke, ({ accountId }, fields) => `${listOf(fields)}/${accountId}?done=revoked`, roleChoiceForm);
export const resetPasswordAction = formAction(electionAccounts.resetPassword, ({ accountId }, fields) => `${listOf(fields)}/${accountId}?done=reset`);
export const disableAccountAction = formAction(electionAccounts.disable, ({ accountId }, fields) => `${listOf(fields)}/${accountId}?done=disabled`);
export const enableAccountAction = formAction(electionAccounts.enable, ({ accountId }, fields) => `${listOf(fields)}/${accountId}?done=enabled`);
export const endSessionAction = formAction(electionAccounts.endSession, ({ accountId }, fields) => `${listOf(fields)}/${accountId}?done=sessionEnded`);
