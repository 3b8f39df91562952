import { onePerson } from "#components/access/PeoplePages.tsx";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";
import { disableAccountAction, enableAccountAction, endSessionAction, grantRoleAction, resetPasswordAction, revokeRoleAction } from "../../actions.ts";

const actions = {
  grant: grantRoleAction, revoke: revokeRoleAction, resetPassword: resetPasswordAction,
  disable: disableAccountAction, enable: enableAccountAction, endSession: endSessionAction,
};

/** One account of the township. */
export default guardedPage("account.manageTownship", townshipPlace, (context) => onePerson(context, context.params["townshipId"] ?? "", actions));
