import { newPerson } from "#components/access/PeoplePages.tsx";
import { guardedPage, systemPlace } from "#lib/web/page.ts";
import { createAccountAction } from "../../actions.ts";

/** One more account of the installation. */
export default guardedPage("account.manage", systemPlace, (context) => newPerson(context, "system", createAccountAction));
