import Link from "next/link";
import { useTranslations } from "next-intl";

type PaginationProps = {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
};

/** Earlier and later pages in words, with the place; nothing when there is one page. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const t = useTranslations("common.pagination");
  if (pages <= 1) return null;
  return (
    <nav className="pagination" aria-label={t("label")}>
      {page > 1 ? (
        <Link href={hrefOf(page - 1)} rel="prev" prefetch={false}>
          {t("previous")}
        </Link>
      ) : null}
      <span>{t("place", { page, pages })}</span>
      {page < pages ? (
        <Link href={hrefOf(page + 1)} rel="next" prefetch={false}>
          {t("next")}
        </Link>
      ) : null}
    </nav>
  );
}
