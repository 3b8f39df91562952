import { issuesOf, type ObjectionShown } from "#lib/observer/shown.ts";
import { parseInput } from "#lib/platform/refusal.ts";
import { sendObjectionInput } from "#lib/roll/objections/model.ts";
import { sendObjection } from "#lib/roll/objections/sent.ts";
import { publicForm } from "#lib/web/public-form.ts";
import { addressOf, rateLimit } from "#lib/web/rate-limit.ts";

/** A household may object about several people; a flood from one place or at one village is held off. */
const perAddress = rateLimit(10, 3600);
const perVillage = rateLimit(60, 3600);

/** An objection to the posted list, sent by a villager. */
export const POST = publicForm("objection", async ({ electionId, given, typed, request, db, now }): Promise<ObjectionShown> => {
  const parsed = parseInput(sendObjectionInput, given);
  if (!parsed.ok) return { kind: "invalid", values: typed, issues: issuesOf(parsed.error) };
  const wait = (await perAddress.take(addressOf(request))) ?? (await perVillage.take(electionId));
  if (wait !== null) return { kind: "wait", values: typed, minutes: Math.ceil(wait / 60) };
  const sent = await sendObjection(db, now, electionId, parsed.value);
  if (sent.ok) return { kind: "received", ...sent.value };
  return sent.error.kind === "findings" ? { kind: "late", values: typed } : { kind: "invalid", values: typed, issues: issuesOf(sent.error) };
});
