import { getTranslations } from "next-intl/server";
import { Shell } from "#components/shell/Shell.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";

/** A page that does not exist, or that this person may not see: both look alike on purpose. */
export default async function NotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <Shell variant="account">
      <Heading>{t("title")}</Heading>
      <Lede>{t("explain")}</Lede>
      <p className="mt-6">
        <ButtonLink href="/" look="secondary">
          {t("home")}
        </ButtonLink>
      </p>
    </Shell>
  );
}
