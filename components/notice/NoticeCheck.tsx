import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { NoticePaper } from "#components/notice/NoticePaper.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Confirmation } from "#components/ui/Confirmation.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Fingerprint } from "#components/ui/Fingerprint.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { WarningText } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import type { NoticePreview } from "#lib/election/notice-command.ts";
import { citationWords } from "#lib/i18n/citation.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { Finding } from "#lib/law/finding.ts";
import type { NoticePaper as Paper } from "#lib/notice/issue.ts";
import type { FormAction } from "#lib/platform/form-state.ts";

type NoticeCheckProps = {
  readonly title: string;
  readonly number: string;
  readonly paper: Paper;
  readonly findings: readonly Finding[];
  readonly action: FormAction;
  readonly hidden: Readonly<Record<string, string>>;
  readonly backHref: string;
  /** Words of the link back; 返回 unless told otherwise. */
  readonly backLabel?: string;
  /** Who signs, by when, and what it corrects. */
  readonly about?: Pick<NoticePreview, "issuer" | "due" | "lastDay" | "corrects">;
  readonly children?: ReactNode;
};

/** A notice before it is issued: word for word as it will be printed, what speaks against it, and the one button. */
export async function NoticeCheck({ title, number, paper, findings, action, hidden, backHref, backLabel, about, children }: NoticeCheckProps) {
  const t = await getTranslations("committee.notice");
  const standing = findings.filter((one) => !one.ok);
  return (
    <>
      <Heading>{t("checkTitle", { number, title })}</Heading>
      <Lede>{t("checkLede")}</Lede>
      {about === undefined ? null : <NoticeAbout about={about} issuer={paper.data.issuer} />}
      {standing.length === 0 ? null : <FindingList findings={standing} />}
      <NoticePaper paper={paper} />
      <WarningText>{t("final")}</WarningText>
      <CommandForm action={action} hidden={hidden} submitLabel={t("issue", { number })} pendingLabel={t("issuing")} keep={`notice-${title}-${hidden["electionId"] ?? ""}`} aside={<ButtonLink href={backHref} look="secondary">{backLabel ?? t("back")}</ButtonLink>}>
        {about?.issuer === "villagersCommittee" ? <SignedByField /> : null}
        {children}
      </CommandForm>
    </>
  );
}

/** Asked where the paper is signed by a body that has no account of its own (村民委员会). */
async function SignedByField() {
  const t = await getTranslations("noticeSet.check");
  const fields = await getTranslations("fields");
  return <TextField name="signedBy" label={fields("signedBy")} hint={t("signedByHint")} maxLength={50} width="medium" />;
}

/** Who signs the notice, its usual day and the last lawful one, and which notice it corrects. */
export async function NoticeAbout({ about, issuer }: { readonly about: NonNullable<NoticeCheckProps["about"]>; readonly issuer: string }) {
  const t = await getTranslations("noticeSet.check");
  const locale = localeOf(await getLocale());
  const { due, lastDay, corrects } = about;
  const days = due === null ? t("noDay") : <>{due.from === due.until ? null : <><Day day={due.from} style="short" /> {t("until")} </>}<Day day={due.until} style="short" /> <span className="muted">({citationWords(due.citation, locale)})</span></>;
  return (
    <SummaryList
      title={t("title")}
      items={[
        { key: "issuer", label: t("issuer"), value: issuer },
        { key: "due", label: t("due"), value: days },
        ...(lastDay === null ? [] : [{ key: "lastDay", label: t("lastDay"), value: <><Day day={lastDay.day} style="short" /> <span className="muted">({citationWords(lastDay.citation, locale)})</span></> }]),
        ...(corrects === null ? [] : [{ key: "corrects", label: t("corrects"), value: t("number", { number: corrects.number }) }]),
      ]}
    />
  );
}

type NoticeIssuedProps = {
  readonly electionId: string;
  readonly notice: { readonly id: string; readonly number: string; readonly title: string; readonly fingerprint: string };
  readonly nextHref: string;
  readonly nextLabel: string;
};

/** After a notice was issued: number, fingerprint, the paper, and what to do next. */
export async function NoticeIssued({ electionId, notice, nextHref, nextLabel }: NoticeIssuedProps) {
  const t = await getTranslations("committee.notice");
  return (
    <Confirmation title={t("issued", { title: notice.title })} reference={t("number", { number: notice.number })}>
      <p>
        {t("fingerprint")} <Fingerprint value={notice.fingerprint} />
      </p>
      <p>{t("printAndPost")}</p>
      <ButtonRow>
        <ButtonLink href={`/api/notices/${notice.id}/pdf`} newTab>
          {t("pdf")}
        </ButtonLink>
        <ButtonLink href={`/desk/${electionId}/notices/${notice.id}`} look="secondary">
          {t("post")}
        </ButtonLink>
        <ButtonLink href={nextHref} look="secondary">
          {nextLabel}
        </ButtonLink>
      </ButtonRow>
    </Confirmation>
  );
}
