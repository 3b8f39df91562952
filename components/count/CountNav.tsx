import { useTranslations } from "next-intl";
import { SubNav } from "#components/ui/SubNav.tsx";

/** The pages of counting and result beside each other. */
export function CountNav({ electionId, current }: { readonly electionId: string; readonly current: "list" | "names" | "result" }) {
  const t = useTranslations("count.nav");
  const desk = `/desk/${electionId}`;
  return (
    <SubNav
      label={t("label")}
      items={[
        { href: `${desk}/count`, label: t("list"), current: current === "list" },
        { href: `${desk}/count/names`, label: t("names"), current: current === "names" },
        { href: `/v/${electionId}/screen`, label: t("screen") },
        { href: `${desk}/result`, label: t("result"), current: current === "result" },
      ]}
    />
  );
}
