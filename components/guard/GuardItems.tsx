import Link from "next/link";
import { useTranslations } from "next-intl";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { fieldId } from "#components/form/field-id.ts";
import { ReasonField } from "#components/form/TextFields.tsx";
import { Instant } from "#components/ui/DeadlineWords.tsx";
import { Details } from "#components/ui/Details.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import type { GuardItem } from "#lib/election/guards/view.ts";
import type { Phase } from "#lib/election/model.ts";
import type { FormAction } from "#lib/platform/form-state.ts";

type GuardItemsProps = {
  readonly electionId: string;
  readonly phase: Phase;
  readonly items: readonly GuardItem[];
  /** Accepts a warning; null for those who only read. */
  readonly accept: FormAction | null;
  /** Links to where things are mended, for those who work at the desk. */
  readonly links: boolean;
};

/** What does not stand in order at one side of a guard: numbers, article, what to do, where; a reason for a warning. */
export function GuardItems({ electionId, phase, items, accept, links }: GuardItemsProps) {
  return (
    <ol className="list-plain guard-items">
      {items.map((item, place) => (
        <li key={`${item.finding.code}-${item.digest}-${place}`} className="guard-item">
          <FindingList findings={[item.finding]} whyOpen />
          <p>
            <Acts item={item} /> <MendLink item={item} links={links} />
          </p>
          {item.accepted === null ? null : <Accepted accepted={item.accepted} />}
          {item.state === "warning" && accept !== null ? <AcceptForm electionId={electionId} phase={phase} item={item} place={place} action={accept} /> : null}
        </li>
      ))}
    </ol>
  );
}

/** The page, and the field on it, where the thing is mended. */
function MendLink({ item, links }: { readonly item: GuardItem; readonly links: boolean }) {
  const t = useTranslations("guards");
  if (item.place === null || !links) return null;
  const { page, field } = item.place;
  return (
    <Link href={`${page}${field === null ? "" : `#${fieldId(field)}`}`} prefetch={false}>
      {t("mend")}
      <span className="sr-only">{t(`checks.${item.finding.code}`)}</span>
    </Link>
  );
}

/** Which acts wait for it. */
function Acts({ item }: { readonly item: GuardItem }) {
  const t = useTranslations("guards");
  if (item.acts.length === 0 || item.state === "note" || item.state === "accepted") return null;
  return <span className="muted">{t(item.state === "stop" ? "stops" : "asks", { acts: item.acts.map((act) => t(`acts.${act}`)).join(t("separator")) })}</span>;
}

function Accepted({ accepted }: { readonly accepted: NonNullable<GuardItem["accepted"]> }) {
  const t = useTranslations("guards");
  return (
    <p className="inset">
      {t.rich("accepted", { name: accepted.name, reason: accepted.reason, at: () => <Instant at={accepted.at} /> })}
    </p>
  );
}

type AcceptFormProps = { readonly electionId: string; readonly phase: Phase; readonly item: GuardItem; readonly place: number; readonly action: FormAction };

/** The chair's reason for going on in spite of this warning. */
function AcceptForm({ electionId, phase, item, place, action }: AcceptFormProps) {
  const t = useTranslations("guards");
  const { finding, subject, digest } = item;
  return (
    <Details summary={t("acceptSummary")}>
      <CommandForm
        action={action} submitLabel={t("acceptSubmit")} submitContext={t(`checks.${finding.code}`)} look="secondary" small formId={`accept-${finding.code}-${place}`}
        keep={`accept-${electionId}-${finding.code}-${digest.slice(0, 12)}`} hidden={{ electionId, phase, code: finding.code, subject, digest }}
      >
        <ReasonField hint={t("acceptHint")} rows={2} />
      </CommandForm>
    </Details>
  );
}
