import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "./help.css";
import { Shell } from "#components/shell/Shell.tsx";

const pages = [
  { href: "/help", label: "start" },
  { href: "/help/rules", label: "rules" },
  { href: "/help/findings", label: "findings" },
] as const;

/** The frame of the help pages: open to everybody, without account and without JavaScript. */
export async function HelpShell({ current, children }: { readonly current: (typeof pages)[number]["href"]; readonly children: ReactNode }) {
  const t = await getTranslations("help");
  const here = pages.find((page) => page.href === current);
  return (
    <Shell
      variant="public"
      breadcrumb={[
        { label: t("home"), href: "/" },
        current === "/help" ? { label: t("nav.start") } : { label: t("nav.start"), href: "/help" },
        ...(here === undefined || current === "/help" ? [] : [{ label: t(`nav.${here.label}`) }]),
      ]}
      sections={pages.map(({ href, label }) => ({ href, label: t(`nav.${label}`), current: href === current }))}
    >
      {children}
    </Shell>
  );
}
