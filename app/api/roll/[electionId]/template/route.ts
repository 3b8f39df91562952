import { registerTemplate } from "#lib/roll/import/template.ts";
import { electionPlace } from "#lib/web/page.ts";
import { guardedRoute } from "#lib/web/route.ts";
import { workbookResponse } from "#lib/web/workbook-response.ts";

/** The blank register to be filled in and uploaded. */
export const GET = guardedRoute("roll.write", electionPlace, async () => workbookResponse(await registerTemplate(), "村民花名册模板", "register-template"));
