import { useTranslations } from "next-intl";

/** Says on every page of a demonstration that nothing of it is real. Printed too. */
export function DemoBanner() {
  const t = useTranslations("shell");
  return (
    <p className="demo-banner">
      <strong>{t("demo")}</strong>
    </p>
  );
}
