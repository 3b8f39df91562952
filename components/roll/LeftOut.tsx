import { getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/Notice.tsx";
import { LEFT_OUT_REASONS, type LeftOut as Left } from "#lib/roll/import/register-tables.ts";

/** More names than this in one line nobody reads. */
const MOST_NAMES = 30;

/** Sheets and rows of an uploaded register that were not read, why, and what to do if there should be people in them. Nothing when all was read. */
export async function LeftOut({ leftOut, done }: { readonly leftOut: readonly Left[]; readonly done: boolean }) {
  const t = await getTranslations("rollImport.leftOut");
  if (leftOut.length === 0) return null;
  const named = (reason: Left["reason"]): string => {
    const all = leftOut.filter((one) => one.reason === reason);
    const names = all.slice(0, MOST_NAMES).map(({ sheet, row }) => (row === null ? t("sheet", { sheet }) : t("row", { sheet, row })));
    return t("names", { names: names.join(t("comma")), more: all.length - names.length });
  };
  return (
    <Notice title={t("title")} state="due">
      <ul>
        {LEFT_OUT_REASONS.filter((reason) => leftOut.some((one) => one.reason === reason)).map((reason) => (
          <li key={reason}>{t(reason, { names: named(reason) })}</li>
        ))}
      </ul>
      <p>{done ? t("afterwards") : t("before")}</p>
    </Notice>
  );
}
