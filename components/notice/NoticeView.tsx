import Link from "next/link";
import QRCode from "qrcode";
import { getTranslations } from "next-intl/server";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Instant } from "#components/ui/DeadlineWords.tsx";
import { Fingerprint } from "#components/ui/Fingerprint.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import type { NoticeRecord } from "#lib/notice/queries.ts";
import { NoticePaper } from "./NoticePaper.tsx";
import { Postings } from "./Postings.tsx";

type NoticeViewProps = {
  readonly notice: NoticeRecord;
  /** The voter list's group to show, from 0, or null. */
  readonly group: number | null;
  /** This page's address without query. */
  readonly href: string;
  /** Address of another notice of the same election. */
  readonly hrefOf: (noticeId: string) => string;
  /** At the desk: photos of postings, and the forms that add them. Observers see only that there is one. */
  readonly photos?: { readonly uploadTo: ((postingId: string) => string) | null; readonly refused: string | null };
};

/** An issued notice with its proof: text, corrections, postings, fingerprint, QR code, PDF. */
export async function NoticeView({ notice, group, href, hrefOf, photos }: NoticeViewProps) {
  const t = await getTranslations("notice");
  return (
    <>
      {notice.correctedBy.length === 0 ? null : (
        <Notice title={t("corrected")} state="due">
          {notice.correctedBy.map((later) => (
            <p key={later.id}>
              <Link href={hrefOf(later.id)} prefetch={false}>
                {t("number", { number: later.number })}
              </Link>
            </p>
          ))}
        </Notice>
      )}
      {notice.corrects === null ? null : (
        <p>
          {t("corrects")}{" "}
          <Link href={hrefOf(notice.corrects.id)} prefetch={false}>
            {t("number", { number: notice.corrects.number })}
          </Link>
        </p>
      )}
      <NoticePaper paper={notice.paper} group={group} groupHref={(index) => `${href}?group=${index + 1}`} />
      <ButtonRow>
        <ButtonLink href={`/api/notices/${notice.id}/pdf`} look="secondary" newTab>
          {t("pdf", { number: notice.number })}
        </ButtonLink>
      </ButtonRow>
      <section className="notice-proof">
        <h2 className="heading-2">{t("proof")}</h2>
        <p>
          {t("issuedAt")} <Instant at={notice.issuedAt} />
        </p>
        <p>
          {t("fingerprint")} <Fingerprint value={notice.fingerprint} />
        </p>
        {notice.paper.data.proof === null ? null : <Qr text={notice.paper.data.proof.qr} label={t("qr")} />}
        <p className="muted">{t("proofExplain")}</p>
        <Postings postings={notice.postings} photos={photos ?? null} />
      </section>
    </>
  );
}

function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const cells = Array.from({ length: modules.size * modules.size }, (_, index) => index).filter((index) => modules.data[index] === 1);
  const path = cells.map((index) => `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z`).join("");
  return (
    <svg role="img" aria-label={label} viewBox={`-2 -2 ${modules.size + 4} ${modules.size + 4}`} width="132" height="132" shapeRendering="crispEdges">
      <rect x="-2" y="-2" width={modules.size + 4} height={modules.size + 4} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
