import { getTranslations } from "next-intl/server";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Notice } from "#components/ui/Notice.tsx";

const saved = ["meeting", "add", "change", "withdraw", "vet", "kinship", "kinshipRemoved", "consent", "refuse", "primary", "round", "roundRemoved", "introduction", "introductionRemoved", "statements"];

type NominationSavedProps = { readonly electionId: string; readonly search: Readonly<Record<string, string | readonly string[] | undefined>>; readonly changeDue: boolean };

/** What was just saved, and that a notice about the election committee falls due. */
export async function NominationSaved({ electionId, search, changeDue }: NominationSavedProps) {
  const t = await getTranslations("nomination");
  const what = saved.find((one) => one === search["done"]);
  return (
    <>
      {what === undefined ? null : (
        <Notice title={t(`saved.${what}`)} state="done" announce>
          {typeof search["left"] === "string" ? <p>{t("committeeLeft", { people: Number(search["left"]) || 0 })}</p> : null}
        </Notice>
      )}
      {changeDue ? (
        <Notice title={t("changeDue")} state="due">
          <p>{t("changeDueExplain")}</p>
          <ButtonRow>
            <ButtonLink href={`/desk/${electionId}/committee/notices/committeeChange`} look="secondary">
              {t("changeDueLink")}
            </ButtonLink>
          </ButtonRow>
        </Notice>
      ) : null}
    </>
  );
}
