import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** One answer: what was asked, what was answered, and where it can be changed. */
export type SummaryItem = { readonly key: string; readonly label: string; readonly value: ReactNode; readonly changeHref?: string };

/** Answers to be checked before a legal act, or the facts of a thing. */
export function SummaryList({ items, title }: { readonly items: readonly SummaryItem[]; readonly title?: string }) {
  const t = useTranslations("common.summary");
  return (
    <dl className="summary" aria-label={title}>
      {items.map((item) => (
        <div key={item.key} className="summary-row">
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
          {item.changeHref === undefined ? null : (
            <dd className="summary-change">
              <Link href={item.changeHref} prefetch={false}>
                {t("change")}
                <span className="sr-only">{t("changeWhat", { what: item.label })}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
