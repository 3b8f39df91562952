import Link from "next/link";
import { useTranslations } from "next-intl";

/** One step of the way here; the last one, this page, has no address. */
export type Crumb = { readonly label: string; readonly href?: string };

/** The way here, from the outermost page inwards. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const t = useTranslations("shell");
  return (
    <nav className="breadcrumb" aria-label={t("breadcrumb")}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={`${crumb.href ?? ""}${crumb.label}`}>
            {crumb.href === undefined ? (
              <span aria-current="page">{crumb.label}</span>
            ) : (
              <Link href={crumb.href} prefetch={false}>
                {crumb.label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
