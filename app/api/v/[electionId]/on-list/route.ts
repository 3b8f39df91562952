import { onList, onListInput } from "#lib/observer/on-list.ts";
import { issuesOf, type OnListShown } from "#lib/observer/shown.ts";
import { parseInput } from "#lib/platform/refusal.ts";
import { publicForm } from "#lib/web/public-form.ts";
import { addressOf, rateLimit } from "#lib/web/rate-limit.ts";

/** One household may ask for several people; nobody may try out all endings of one person's number. */
const perAddress = rateLimit(30, 600);
const perPerson = rateLimit(5, 3600);
/** And a village as a whole is asked no faster than a fair crowd would. */
const perVillage = rateLimit(600, 600);

/** "Am I on the list". */
export const POST = publicForm("on-list", async ({ electionId, given, typed, request, db }): Promise<OnListShown> => {
  const parsed = parseInput(onListInput, given);
  const name = typed["name"] ?? "";
  if (!parsed.ok) return { kind: "invalid", name, issues: issuesOf(parsed.error) };
  const wait = (await perAddress.take(addressOf(request))) ?? (await perVillage.take(electionId)) ?? (await perPerson.take(`${electionId}:${parsed.value.name}`));
  if (wait !== null) return { kind: "wait", name, minutes: Math.ceil(wait / 60) };
  return { ...(await onList(db, electionId, parsed.value)), name };
});
