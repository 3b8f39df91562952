import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/Notice.tsx";
import type { Doubles } from "#lib/roll/duplicates/search.ts";

type Props = { readonly electionId: string; readonly doubles: Doubles | undefined; /** This person may settle them. */ readonly may: boolean };

/** Tells a village whose list hangs on the wall that another one has registered the same people, and any village whom nobody registers. */
export async function DoublesNotice({ electionId, doubles, may }: Props) {
  if (doubles === undefined || doubles.posted + doubles.dropped === 0) return null;
  const t = await getTranslations("duplicates.told");
  return (
    <Notice title={doubles.posted > 0 ? t("posted.title", { count: doubles.posted }) : t("dropped.title", { count: doubles.dropped })} state="due">
      {doubles.posted > 0 ? <p>{t("posted.text")}</p> : null}
      {doubles.dropped > 0 ? <p>{t("dropped.text", { count: doubles.dropped })}</p> : null}
      {may ? (
        <p>
          <Link href={`/desk/${electionId}/roll/duplicates`}>{t("go")}</Link>
        </p>
      ) : null}
    </Notice>
  );
}
