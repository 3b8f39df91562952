import { useTranslations } from "next-intl";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { InsetText } from "#components/ui/Notice.tsx";
import { noticeSet } from "#lib/notice/set.ts";
import type { FormAction } from "#lib/platform/form-state.ts";
import { noticeCodes } from "#lib/result/papers.ts";
import type { ResultView } from "#lib/result/queries.ts";

/** Announces the result on the spot; names the notices that are issued with it. */
export function AnnouncePanel({ view, first, action }: { readonly view: ResultView; readonly first: boolean; readonly action: FormAction }) {
  const t = useTranslations("result.announce");
  const notices = noticeCodes(view, first).map((code) => noticeSet[code]);
  return (
    <section>
      <Heading level={2}>{t("title")}</Heading>
      <InsetText>{t("explain", { notices: notices.map((one) => t("notice", { number: one.number, title: one.title })).join(t("separator")) })}</InsetText>
      <CommandForm action={action} submitLabel={t("submit")} hidden={{ determinationId: view.id }} formId="announce" />
    </section>
  );
}
