import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { NoticePaper } from "#components/notice/NoticePaper.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Confirmation } from "#components/ui/Confirmation.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Fingerprint } from "#components/ui/Fingerprint.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { WarningText } from "#components/ui/Notice.tsx";
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
  readonly children?: ReactNode;
};

/** A notice before it is issued: word for word as it will be printed, what speaks against it, and the one button. */
export async function NoticeCheck({ title, number, paper, findings, action, hidden, backHref, children }: NoticeCheckProps) {
  const t = await getTranslations("committee.notice");
  const standing = findings.filter((one) => !one.ok);
  return (
    <>
      <Heading>{t("checkTitle", { number, title })}</Heading>
      <Lede>{t("checkLede")}</Lede>
      {standing.length === 0 ? null : <FindingList findings={standing} />}
      <NoticePaper paper={paper} />
      <WarningText>{t("final")}</WarningText>
      <CommandForm action={action} hidden={hidden} submitLabel={t("issue", { number })} pendingLabel={t("issuing")} keep={`notice-${title}-${hidden["electionId"] ?? ""}`} aside={<ButtonLink href={backHref} look="secondary">{t("back")}</ButtonLink>}>
        {children}
      </CommandForm>
    </>
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
