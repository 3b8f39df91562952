import { getTranslations } from "next-intl/server";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";

/** Stands instead of a form whose answers a notice has made public: they change only by a further notice. */
export async function PostedAlready({ title }: { readonly title: string }) {
  const t = await getTranslations("committee");
  return (
    <>
      <Heading>{title}</Heading>
      <Notice title={t("published")} state="blocked">
        <p>{t("publishedExplain")}</p>
      </Notice>
    </>
  );
}
