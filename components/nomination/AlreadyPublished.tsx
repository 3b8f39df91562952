import { getTranslations } from "next-intl/server";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";

type AlreadyPublishedProps = { readonly electionId: string; readonly notice: { readonly id: string; readonly number: string } };

/** The list is out and nothing changed since: where it is, what comes next, and how a correction comes about. */
export async function AlreadyPublished({ electionId, notice }: AlreadyPublishedProps) {
  const t = await getTranslations("nomination");
  return (
    <>
      <Heading>{t("task.publish")}</Heading>
      <Notice title={t("todo.published", { number: notice.number })} state="done">
        <p>{t("publishedExplain")}</p>
        <ButtonRow>
          <ButtonLink href={`/desk/${electionId}/notices/${notice.id}`}>{t("publishedOpen", { number: notice.number })}</ButtonLink>
          <ButtonLink href={`/desk/${electionId}/ballot`} look="secondary">{t("toBallot")}</ButtonLink>
          <ButtonLink href={`/desk/${electionId}/nomination/publish?order=manual`} look="secondary">{t("publishedReorder")}</ButtonLink>
        </ButtonRow>
      </Notice>
    </>
  );
}
