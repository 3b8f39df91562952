import { getTranslations } from "next-intl/server";
import { Notice } from "#components/ui/Notice.tsx";
import { issueWords } from "#lib/i18n/words.ts";
import type { Issue } from "#lib/platform/refusal.ts";

/** What was wrong with a form that a visitor sent, field by field. */
export async function InvalidNotice({ title, issues }: { readonly title: string; readonly issues: readonly Issue[] }) {
  const t = await getTranslations();
  return (
    <Notice title={title} state="late" announce>
      <ul>
        {issues.map((issue) => (
          <li key={`${issue.field}-${issue.code}`}>{issueWords(t, issue)}</li>
        ))}
      </ul>
    </Notice>
  );
}
