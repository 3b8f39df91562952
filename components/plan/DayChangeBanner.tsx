import { useTranslations } from "next-intl";
import Link from "next/link";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { InsetText } from "#components/ui/Notice.tsx";
import type { CasePlan } from "#lib/plan/queries.ts";

/** Says that another election day was asked for and what it waits for; nothing when none was. */
export function DayChangeBanner({ change, href, action }: { readonly change: CasePlan["dayChange"]; readonly href: string; /** Words of the link; those of the desk unless told. */ readonly action: string | null }) {
  const t = useTranslations("plan.todayPage");
  if (change === null) return null;
  return (
    <InsetText>
      {t.rich(change.state === "approved" ? "dayApproved" : "dayAsked", { day: () => <Day day={change.toDay} style="date" /> })}{" "}
      <Link href={href} prefetch={false}>
        {action ?? (change.state === "approved" ? t("dayIssue") : t("open"))}
      </Link>
    </InsetText>
  );
}
