import { useTranslations } from "next-intl";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { ReasonField } from "#components/form/TextFields.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Details } from "#components/ui/Details.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { enters } from "#lib/count/bundle.ts";
import type { BundleRow } from "#lib/count/load.ts";
import type { FormAction } from "#lib/platform/form-state.ts";

type BundleActionsProps = {
  readonly bundle: BundleRow;
  readonly electionId: string;
  readonly accountId: string;
  /** Name of who asks for reopening. */
  readonly asker: string;
  readonly mayDo: { readonly enter: boolean; readonly settle: boolean; readonly reopen: boolean };
  readonly actions: { readonly claim: FormAction; readonly release: FormAction; readonly ask: FormAction; readonly answer: FormAction };
};

/** What the person looking can do with a bundle in its present state. */
export function BundleActions({ bundle, electionId, accountId, asker, mayDo, actions }: BundleActionsProps) {
  const t = useTranslations("count.actions");
  const href = `/desk/${electionId}/count/${bundle.id}`;
  const ids = { bundleId: bundle.id, version: String(bundle.version) };
  if (bundle.voteState !== "counting") return null;
  const mine = enters(bundle, accountId, 1) || enters(bundle, accountId, 2);
  switch (bundle.state) {
    case "empty":
    case "firstEntry":
    case "firstDone":
    case "secondEntry": {
      const held = bundle.state === "firstEntry" ? bundle.firstBy !== null : bundle.state === "secondEntry" && bundle.secondBy !== null;
      return (
        <>
          {mayDo.enter && mine ? <ButtonLink href={`${href}/enter`}>{t("continue")}</ButtonLink> : null}
          {mayDo.enter && !held && bundle.firstBy !== accountId ? <CommandForm action={actions.claim} submitLabel={t(bundle.state === "empty" || bundle.state === "firstEntry" ? "takeFirst" : "takeSecond")} hidden={{ bundleId: bundle.id }} /> : null}
          {mayDo.enter && bundle.firstBy === accountId && (bundle.state === "firstDone" || bundle.state === "secondEntry") ? <p>{t("secondByOther")}</p> : null}
          {mayDo.settle && held && !mine ? (
            <Details summary={t("release")}>
              <p>{t("releaseExplain")}</p>
              <CommandForm action={actions.release} submitLabel={t("releaseSubmit")} hidden={ids} look="secondary" formId="release">
                <ReasonField />
              </CommandForm>
            </Details>
          ) : null}
        </>
      );
    }
    case "compared":
      return mayDo.settle && bundle.firstBy !== accountId && bundle.secondBy !== accountId ? <ButtonLink href={`${href}/settle`}>{t("settle")}</ButtonLink> : <p>{t("settleByThird")}</p>;
    case "settled":
      return mayDo.reopen ? <Reopen bundle={bundle} accountId={accountId} asker={asker} ids={ids} ask={actions.ask} answer={actions.answer} /> : null;
  }
}

type ReopenProps = { readonly bundle: BundleRow; readonly accountId: string; readonly asker: string; readonly ids: Readonly<Record<string, string>>; readonly ask: FormAction; readonly answer: FormAction };

/** Asking for a settled bundle to be entered again, and the other's answer. */
function Reopen({ bundle, accountId, asker, ids, ask, answer }: ReopenProps) {
  const t = useTranslations("count.actions");
  if (bundle.reopenAskedBy === null) {
    return (
      <Details summary={t("reopen")}>
        <p>{t("reopenExplain")}</p>
        <CommandForm action={ask} submitLabel={t("reopenAsk")} hidden={ids} look="secondary" formId="reopen">
          <ReasonField />
        </CommandForm>
      </Details>
    );
  }
  return (
    <Notice title={t("reopenAsked", { name: asker })} state="due">
      <p>{t("reopenReason", { reason: bundle.reopenReason ?? "" })}</p>
      {bundle.reopenAskedBy === accountId ? <p>{t("reopenWait")}</p> : <CommandForm action={answer} submitLabel={t("reopenConfirm")} hidden={{ ...ids, answer: "confirm" }} look="warning" formId="confirm" />}
      <CommandForm action={answer} submitLabel={t("reopenDecline")} hidden={{ ...ids, answer: "decline" }} look="secondary" formId="decline" />
    </Notice>
  );
}
