import { onList, onListInput } from "#lib/observer/on-list.ts";
import { publicElection } from "#lib/observer/queries.ts";
import { parseInput } from "#lib/platform/refusal.ts";
import { formObject } from "#lib/web/form-data.ts";
import type { OnListShown } from "#lib/observer/on-list-shown.ts";
import { sealAnswer } from "#lib/web/public-answer.ts";
import { addressOf, rateLimit } from "#lib/web/rate-limit.ts";
import { publicRoute, sameOrigin } from "#lib/web/route.ts";

/** One household may ask for several people; nobody may try out all endings of one person's number. */
const perAddress = rateLimit(30, 600);
const perPerson = rateLimit(5, 3600);
/** And a village as a whole is asked no faster than a fair crowd would. */
const perVillage = rateLimit(600, 600);

/** "Am I on the list": answers on the page that asked, by a sealed address, so that it works without scripts. */
export const POST = publicRoute(async ({ request, params, db, now }) => {
  const electionId = params["electionId"] ?? "";
  const election = sameOrigin(request) ? await publicElection(db, electionId) : null;
  if (election === null) return new Response(null, { status: 404 });
  const given = formObject(await request.formData());
  const shown = await answer();
  return new Response(null, { status: 303, headers: { location: `/v/${electionId}/on-list?answer=${sealAnswer(`on-list:${electionId}`, shown, now)}`, "cache-control": "no-store" } });

  async function answer(): Promise<OnListShown> {
    const parsed = parseInput(onListInput, given);
    const name = typeof given["name"] === "string" ? given["name"].slice(0, 60) : "";
    if (!parsed.ok) return { kind: "invalid", name, issues: parsed.error.kind === "invalid" ? parsed.error.issues.map(({ field, code }) => ({ field, code })) : [] };
    const wait = (await perAddress.take(addressOf(request))) ?? (await perVillage.take(electionId)) ?? (await perPerson.take(`${electionId}:${parsed.value.name}`));
    if (wait !== null) return { kind: "wait", name, minutes: Math.ceil(wait / 60) };
    return { ...(await onList(db, electionId, parsed.value)), name };
  }
});
