import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fingerprint } from "#components/ui/Fingerprint.tsx";
import project from "../../package.json" with { type: "json" };

type PageFooterProps = { readonly fingerprint: string | null; readonly fingerprintHref: string | undefined };

/** The fingerprint of the ledger as it stands now, the help, and the program's version. */
export function PageFooter({ fingerprint, fingerprintHref }: PageFooterProps) {
  const t = useTranslations("shell");
  return (
    <footer className="footer">
      <div>
        {fingerprint === null ? null : (
          <p>
            {fingerprintHref === undefined ? t("fingerprint") : <Link href={fingerprintHref} prefetch={false}>{t("fingerprint")}</Link>} <Fingerprint value={fingerprint} />
            <span className="footer-explain">{t("fingerprintExplain")}</span>
          </p>
        )}
        <p>
          <Link href="/help" prefetch={false}>
            {t("help")}
          </Link>
          {t("footerSeparator")}
          {t("version", { version: project.version })}
        </p>
      </div>
    </footer>
  );
}
