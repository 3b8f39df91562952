import { onePerson } from "#components/access/PeoplePages.tsx";
import { guardedPage, systemPlace } from "#lib/web/page.ts";
import { disableAccountAction, enableAccountAction, endSessionAction, grantRoleAction, resetPasswordAction, revokeRoleAction } from "../../actions.ts";

const actions = {
  grant: grantRoleAction, revoke: revokeRoleAction, resetPassword: resetPasswordAction,
  disable: disableAccountAction, enable: enableAccountAction, endSession: endSessionAction,
};

/** One account of the installation. */
export default guardedPage("account.manage", systemPlace, (context) => onePerson(context, "system", actions));
