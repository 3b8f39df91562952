import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** The letters of a heading; parts that are drawn otherwise (days, names set apart) have none here. */
function lettersOf(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  return Array.isArray(node) ? node.map(lettersOf).join("") : "";
}

/** The document's title: the page's own heading before the program's name, for tabs, history and screen readers. */
export function PageTitle({ of }: { readonly of: ReactNode }) {
  const t = useTranslations("common");
  const own = lettersOf(of).trim();
  return <title>{own === "" ? t("appTitle") : `${own} · ${t("appName")}`}</title>;
}
