import { newPerson } from "#components/access/PeoplePages.tsx";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";
import { createAccountAction } from "../../actions.ts";

/** One more account given by the township. */
export default guardedPage("account.manageTownship", townshipPlace, (context) => newPerson(context, context.params["townshipId"] ?? "", createAccountAction));
