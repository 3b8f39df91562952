"use server";

import { systemAccounts } from "#lib/access/commands.ts";
import { firstRun } from "#lib/access/bootstrap.ts";
import { changeOwnPassword } from "#lib/access/own-password.ts";
import { enterHolidays } from "#lib/plan/holiday-commands.ts";
import { openCounty, openTownship } from "#lib/township/commands.ts";
import { accountAction } from "#lib/web/account-action.ts";
import { formAction } from "#lib/web/action.ts";
import { roleChoiceForm } from "#lib/web/role-choice.ts";
import { signOutAction as endSession } from "#lib/web/sign-out.ts";

export const signOutAction = endSession;
export const firstRunAction = accountAction("system.firstRun", firstRun, "/sign-in?done=firstRun");
export const changePasswordAction = accountAction("account.changeOwnPassword", changeOwnPassword, "/home?done=password");

export const createAccountAction = formAction(systemAccounts.create, () => "/accounts?done=created", roleChoiceForm);
export const grantRoleAction = formAction(systemAccounts.grant, ({ accountId }) => `/accounts/${accountId}?done=granted`, roleChoiceForm);
export const revokeRoleAction = formAction(systemAccounts.revoke, ({ accountId }) => `/accounts/${accountId}?done=revoked`, roleChoiceForm);
export const resetPasswordAction = formAction(systemAccounts.resetPassword, ({ accountId }) => `/accounts/${accountId}?done=reset`);
export const disableAccountAction = formAction(systemAccounts.disable, ({ accountId }) => `/accounts/${accountId}?done=disabled`);
export const enableAccountAction = formAction(systemAccounts.enable, ({ accountId }) => `/accounts/${accountId}?done=enabled`);
export const endSessionAction = formAction(systemAccounts.endSession, ({ accountId }) => `/accounts/${accountId}?done=sessionEnded`);
export const openCountyAction = formAction(openCounty, () => "/accounts/townships?done=county");
export const openTownshipAction = formAction(openTownship, () => "/accounts/townships?done=township");
export const enterHolidaysAction = formAction(enterHolidays, ({ countyId }) => (countyId === null ? "/accounts/holidays?done=holidays" : `/county/${countyId}/holidays?done=holidays`));
