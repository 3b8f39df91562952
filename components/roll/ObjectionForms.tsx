import { getTranslations } from "next-intl/server";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextAreaField, TextField } from "#components/form/TextFields.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Details } from "#components/ui/Details.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import type { ObjectionLine } from "#lib/roll/objections/queries.ts";

type DecideProps = { readonly objection: ObjectionLine; readonly decide: FormAction | null; readonly withdraw: FormAction | null };

/** Decides an open objection, or takes it back on the objector's word. */
export async function DecideForms({ objection, decide, withdraw }: DecideProps) {
  const t = await getTranslations("objections");
  const hidden = { objectionId: objection.id, version: String(objection.version) };
  return (
    <>
      {decide === null ? (
        <p>{t("decide.byCommittee")}</p>
      ) : (
        <section>
          <Heading level={2}>{t("decide.title")}</Heading>
          <p>{t(`decide.lede.${objection.kind}`)}</p>
          <CommandForm action={decide} hidden={hidden} formId="decide" submitLabel={t("decide.submit")} pendingLabel={t("decide.submitting")} keep={`objection-decide-${objection.id}`}>
            <RadioField name="decision" label={t("decide.decision")} choices={[{ value: "granted", label: t("decide.granted") }, { value: "refused", label: t("decide.refused") }]} />
            <TextAreaField name="decisionReason" label={t("decisionReason")} hint={t("decide.reasonHint")} />
          </CommandForm>
        </section>
      )}
      {withdraw === null ? null : (
        <Details summary={t("withdraw.title")}>
          <CommandForm action={withdraw} hidden={hidden} formId="withdraw" submitLabel={t("withdraw.submit")} look="secondary">
            <TextField name="reason" label={t("withdraw.reason")} hint={t("withdraw.hint")} />
          </CommandForm>
        </Details>
      )}
    </>
  );
}

/** What remains of a decided objection: mend the list, then tell the villagers. Nothing when all is done. */
export async function CarryOut({ electionId, objection, announces }: { readonly electionId: string; readonly objection: ObjectionLine; readonly announces: boolean }) {
  const t = await getTranslations("objections.carryOut");
  if (objection.state !== "granted" && objection.state !== "refused") return null;
  if (objection.state === "granted" && !objection.carriedOut) {
    const href = objection.rollEntryId === null ? `/desk/${electionId}/roll/add` : `/desk/${electionId}/roll/list/${objection.rollEntryId}`;
    return (
      <Notice title={t("mend")} state="due">
        <p>{t(`how.${objection.kind}`)}</p>
        <ButtonLink href={href}>{t(objection.rollEntryId === null ? "add" : "open", { name: objection.subjectName })}</ButtonLink>
      </Notice>
    );
  }
  if (objection.noticeId !== null) return <p><ButtonLink href={`/desk/${electionId}/notices/${objection.noticeId}`} look="secondary">{t("notice")}</ButtonLink></p>;
  return (
    <Notice title={t("announce")} state="due">
      <p>{t("announceWhy")}</p>
      {announces ? <ButtonLink href={`/desk/${electionId}/roll/objections/notice`}>{t("toNotice")}</ButtonLink> : null}
    </Notice>
  );
}
