import { useTranslations } from "next-intl";
import Link from "next/link";
import { ROLL_STATUSES } from "#lib/roll/model.ts";
import type { Housemate } from "#lib/roll/entry/queries.ts";

/** The others of a household, each with relation and standing, as links to their pages. */
export function Household({ electionId, mates }: { readonly electionId: string; readonly mates: readonly Housemate[] }) {
  const t = useTranslations("roll.status");
  return (
    <ul className="list-plain">
      {mates.map(({ id, name, relation, status }) => (
        <li key={id}>
          <Link href={`/desk/${electionId}/roll/list/${id}`} prefetch={false}>
            {name}
          </Link>{" "}
          {[...(relation === null || relation === "" ? [] : [relation]), t(ROLL_STATUSES.find((one) => one === status) ?? "unclear")].join(" · ")}
        </li>
      ))}
    </ul>
  );
}
