import { useTranslations } from "next-intl";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { InsetText } from "#components/ui/Notice.tsx";
import { kindIn, type NoticeSet } from "#lib/notice/set.ts";
import type { FormAction } from "#lib/platform/form-state.ts";
import { noticeCodes } from "#lib/result/papers.ts";
import type { ResultView } from "#lib/result/queries.ts";

type AnnouncePanelProps = { readonly view: ResultView; readonly first: boolean; /** The numbered set of the case. */ readonly set: NoticeSet; readonly action: FormAction };

/** Announces the result on the spot; names the notices that are issued with it. */
export function AnnouncePanel({ view, first, set, action }: AnnouncePanelProps) {
  const t = useTranslations("result.announce");
  const notices = noticeCodes(view, first).map((code) => kindIn(set, code));
  return (
    <section>
      <Heading level={2}>{t("title")}</Heading>
      <InsetText>{t("explain", { notices: notices.map((one) => t("notice", { number: one.number ?? "", title: one.title })).join(t("separator")) })}</InsetText>
      <CommandForm action={action} submitLabel={t("submit")} hidden={{ determinationId: view.id }} formId="announce" />
    </section>
  );
}
