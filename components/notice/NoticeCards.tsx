import Link from "next/link";
import "./cards.css";
import { useTranslations } from "next-intl";
import { Fingerprint } from "#components/ui/Fingerprint.tsx";
import { Instant } from "#components/ui/DeadlineWords.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import type { NoticeLine } from "#lib/notice/queries.ts";

type NoticeCardsProps = { readonly notices: readonly NoticeLine[]; readonly hrefOf: (notice: NoticeLine) => string };

/** Issued notices (公告) as cards: number, title, when issued and posted, fingerprint, page and PDF. */
export function NoticeCards({ notices, hrefOf }: NoticeCardsProps) {
  const t = useTranslations("notice");
  if (notices.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <ul className="card-list">
      {notices.map((notice) => (
        <li key={notice.id}>
          <p>
            <Tag state="plain">{t("number", { number: notice.number })}</Tag>{" "}
            <Link href={hrefOf(notice)} prefetch={false}>
              <strong>{notice.title}</strong>
            </Link>
          </p>
          <p className="muted">
            {t("issuedAt")} <Instant at={notice.issuedAt} />
            {notice.postings.length === 0 ? null : <> · {t("postedAt", { places: notice.postings.length })}</>} · {t("fingerprint")} <Fingerprint value={notice.fingerprint} />
          </p>
          {notice.corrects === null ? null : <p>{t("correctsShort")} {t("number", { number: notice.corrects.number })}</p>}
          {notice.correctedBy.length === 0 ? null : (
            <p>
              {t("correctedBy")} {notice.correctedBy.map((later) => t("number", { number: later.number })).join("、")}
            </p>
          )}
          <p>
            <a href={`/api/notices/${notice.id}/pdf`}>{t("pdf", { number: notice.number })}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
