import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageTitle } from "./PageTitle.tsx";

type ConfirmationProps = {
  /** What has been done, in the past tense. */
  readonly title: string;
  /** A number that can be quoted, e.g. of the notice or ledger entry. */
  readonly reference?: string;
  readonly referenceLabel?: string;
  /** What comes next, with its link. */
  readonly children?: ReactNode;
};

/** The page after a legal act: done, number, next step. */
export function Confirmation({ title, reference, referenceLabel, children }: ConfirmationProps) {
  const t = useTranslations("common.confirmation");
  return (
    <>
      <PageTitle of={title} />
      <div className="confirmation" role="status">
        <h1>{title}</h1>
        {reference === undefined ? null : (
          <p>
            {referenceLabel ?? t("reference")}
            <strong className="confirmation-number">{reference}</strong>
          </p>
        )}
      </div>
      {children === undefined ? null : (
        <section>
          <h2 className="heading-2">{t("next")}</h2>
          {children}
        </section>
      )}
    </>
  );
}
