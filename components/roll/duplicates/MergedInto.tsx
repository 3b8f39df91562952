import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/Notice.tsx";

/** Says on the page of a merged-away entry where the person stands now. */
export async function MergedInto({ electionId, into }: { readonly electionId: string; readonly into: { readonly id: string; readonly name: string } }) {
  const t = await getTranslations("duplicates.merged");
  return (
    <Notice title={t("title")} state="plain">
      <p>
        {t("lede")} <Link href={`/desk/${electionId}/roll/list/${into.id}`}>{t("open", { name: into.name })}</Link> · <Link href={`/desk/${electionId}/roll/duplicates`}>{t("undo")}</Link>
      </p>
    </Notice>
  );
}
