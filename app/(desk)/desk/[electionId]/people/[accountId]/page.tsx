import { onePerson } from "#components/access/PeoplePages.tsx";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { disableAccountAction, enableAccountAction, endSessionAction, grantRoleAction, resetPasswordAction, revokeRoleAction } from "../actions.ts";

const actions = {
  grant: grantRoleAction, revoke: revokeRoleAction, resetPassword: resetPasswordAction,
  disable: disableAccountAction, enable: enableAccountAction, endSession: endSessionAction,
};

/** One account of this election. */
export default guardedPage("account.manageElection", electionPlace, (context) => onePerson(context, context.params["electionId"] ?? "", actions));
