import { newPerson } from "#components/access/PeoplePages.tsx";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { createAccountAction } from "../actions.ts";

/** One more account for this election. */
export default guardedPage("account.manageElection", electionPlace, (context) => newPerson(context, context.params["electionId"] ?? "", createAccountAction));
