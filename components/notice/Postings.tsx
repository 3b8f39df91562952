import { useTranslations } from "next-intl";
import { FileField } from "#components/form/TextFields.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Instant } from "#components/ui/DeadlineWords.tsx";
import { ErrorSummary } from "#components/ui/ErrorSummary.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import type { PostingLine } from "#lib/notice/queries.ts";
import "./postings.css";

type PostingsProps = {
  readonly postings: readonly PostingLine[];
  /** Null for observers: they read where and when, photos stay with the file since bystanders may be on them. */
  readonly photos: { readonly uploadTo: ((postingId: string) => string) | null; readonly refused: string | null } | null;
};

/** Where and when a notice was posted (张贴), with its photos at the desk. */
export function Postings({ postings, photos }: PostingsProps) {
  const t = useTranslations("noticeSet.posting");
  if (postings.length === 0) return <p>{t("none")}</p>;
  return (
    <>
      <Heading level={2}>{t("title", { count: postings.length })}</Heading>
      {photos === null || photos.refused === null ? null : <ErrorSummary issues={[{ field: "file", text: photos.refused }]} />}
      <ul className="postings">
        {postings.map((posting) => (
          <li key={posting.id}>
            <p>
              <strong>{posting.place}</strong> · <Instant at={posting.postedAt} /> · {t("by", { by: posting.byName })} · {t("photos", { count: posting.photos.length })}
            </p>
            {photos === null ? null : <Photos posting={posting} uploadTo={photos.uploadTo} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Photos({ posting, uploadTo }: { readonly posting: PostingLine; readonly uploadTo: ((postingId: string) => string) | null }) {
  const t = useTranslations("noticeSet.posting");
  return (
    <>
      {posting.photos.map((photo, place) => (
        <a key={photo.id} href={`/api/notices/photos/${photo.id}`} target="_blank" rel="noreferrer">
          {/* A file of the database behind a guarded route: the framework's image service cannot and must not fetch it. */}
          {/* eslint-disable-next-line @next/next/no-img-element */}
          <img className="posting-photo" src={`/api/notices/photos/${photo.id}`} width={photo.width} height={photo.height} alt={t("photoOf", { number: place + 1, place: posting.place })} loading="lazy" />
        </a>
      ))}
      {uploadTo === null ? null : (
        <details className="details">
          <summary>{t("add")}</summary>
          <form action={uploadTo(posting.id)} method="post" encType="multipart/form-data" className="form">
            <FileField name="file" label={t("file")} hint={t("fileHint")} accept="image/jpeg,image/png" />
            <div className="btn-row">
              <Button look="secondary">{t("send")}</Button>
            </div>
          </form>
        </details>
      )}
    </>
  );
}
