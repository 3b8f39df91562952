import { getTranslations } from "next-intl/server";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { CitationLine } from "#components/ui/FindingList.tsx";
import { InsetText } from "#components/ui/Notice.tsx";
import type { Citation } from "#lib/law/finding.ts";
import type { ObjectionWindows } from "#lib/roll/objections/queries.ts";

type WindowProps = { readonly windows: ObjectionWindows; readonly today: string; readonly citation: Citation };

/** Until when objections to the list, and to what the newest supplement told, are taken; with the article. */
export async function ObjectionWindow({ windows, today, citation }: WindowProps) {
  const t = await getTranslations("objections");
  const { list, supplement } = windows;
  return (
    <InsetText>
      <p>{t.rich(today <= list ? "until" : "over", { day: () => <Day day={list} /> })}</p>
      {supplement === null ? null : <p>{t.rich(today <= supplement ? "supplementUntil" : "supplementOver", { day: () => <Day day={supplement} /> })}</p>}
      <CitationLine citation={citation} />
    </InsetText>
  );
}
