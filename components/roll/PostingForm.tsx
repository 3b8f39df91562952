import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice, WarningText } from "#components/ui/Notice.tsx";
import { SummaryList } from "#components/ui/SummaryList.tsx";
import type { ReactNode } from "react";
import { ListSheetField, NameOrderField } from "./ListSheetFields.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import type { PostingCheck } from "#lib/roll/publish/queries.ts";

type PostingFormProps = { readonly electionId: string; readonly check: PostingCheck; readonly today: string; readonly nav: ReactNode; readonly action: FormAction };

/** Check answers before the list is posted: every figure once more, what speaks against it, and the one button; none while an error stands. */
export async function PostingForm({ electionId, check, today, nav, action }: PostingFormProps) {
  const t = await getTranslations("roll");
  const list = await getTranslations("rollList");
  const standing = check.findings.filter((finding) => !finding.ok);
  const errors = standing.filter(({ severity }) => severity === "error").length;
  return (
    <>
      <Heading>{t("publish.title")}</Heading>
      <Lede>{t("publish.lede")}</Lede>
      {nav}
      <SummaryList
        title={t("publish.answers")}
        items={[
          { key: "listed", label: t("publish.listed"), value: t("figures.people", { count: check.total }), changeHref: `/desk/${electionId}/roll/list?status=listed` },
          { key: "sexes", label: t("publish.sexes"), value: t("publish.sexesValue", { men: check.men, women: check.women }) },
          { key: "electionDay", label: t("publish.electionDay"), value: <Day day={check.electionDay} /> },
          { key: "today", label: t("publish.today"), value: <Day day={today} /> },
          { key: "objections", label: t("publish.objections"), value: <Day day={check.objectionsUntil} /> },
          { key: "notice", label: t("publish.notice"), value: t("publish.noticeValue", { number: check.noticeNumber }) },
        ]}
      />
      {standing.length === 0 ? null : <FindingList findings={standing} />}
      {standing.some(({ code }) => code === "rollFaultsOpen") ? (
        <p>
          <Link href={`/desk/${electionId}/roll/list?status=open`} prefetch={false}>
            {t("go.faults")}
          </Link>
        </p>
      ) : null}
      {errors > 0 ? (
        <Notice title={t("publish.blocked", { count: errors })} state="blocked">
          <p>
            {t("publish.blockedExplain")} <Link href={`/desk/${electionId}`}>{t("publish.toDesk")}</Link>
          </p>
        </Notice>
      ) : (
        <>
          <WarningText>{t("publish.final")}</WarningText>
          <CommandForm action={action} hidden={{ electionId }} submitLabel={t("publish.submit")} pendingLabel={t("publish.submitting")} keep={`roll-publish-${electionId}`}>
            <NameOrderField unknownStrokes={check.unknownStrokes} />
            <ListSheetField hint={list("sheetHint")} />
          </CommandForm>
        </>
      )}
    </>
  );
}
