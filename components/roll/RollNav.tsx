import { getTranslations } from "next-intl/server";
import { SubNav } from "#components/ui/SubNav.tsx";
import type { Actor } from "#lib/access/actor.ts";
import { may, type Action, type Place } from "#lib/access/permissions.ts";

/** The pages of the roll beside each other, in the order of the work, with what each asks for. */
const pages = [
  { page: "", key: "overview", action: "election.read" },
  { page: "/import", key: "import", action: "roll.write" },
  { page: "/list", key: "list", action: "roll.read" },
  { page: "/houses", key: "houses", action: "roll.write" },
  { page: "/duplicates", key: "duplicates", action: "roll.write" },
  { page: "/publish", key: "publish", action: "roll.publish" },
  { page: "/published", key: "published", action: "roll.read" },
  { page: "/objections", key: "objections", action: "roll.read" },
  { page: "/papers", key: "papers", action: "roll.write" },
] as const satisfies readonly { readonly page: string; readonly key: string; readonly action: Action }[];

export type RollPage = (typeof pages)[number]["key"];

/** Links between the pages of the roll that this person may open. */
export async function RollNav({ electionId, current, actor, place }: { readonly electionId: string; readonly current: RollPage; readonly actor: Actor; readonly place: Place }) {
  const t = await getTranslations("roll.nav");
  const items = pages.filter(({ action }) => may(actor.grants, action, place)).map(({ page, key }) => ({ href: `/desk/${electionId}/roll${page}`, label: t(key), current: key === current }));
  return <SubNav label={t("label")} items={items} />;
}
