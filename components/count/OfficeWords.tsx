import { useTranslations } from "next-intl";

/** An office in words; a seat set apart for a woman says so. */
export function OfficeWords({ office, only }: { readonly office: string; readonly only: string | null }) {
  const t = useTranslations("count.office");
  if (only === "women") return t("womenOf", { office: t(office) });
  return t(office);
}
