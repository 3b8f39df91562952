import "./entry.css";
import { useLocale, useTranslations } from "next-intl";
import { Day, Instant } from "#components/ui/DeadlineWords.tsx";
import { formatDay } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { EventValue, HistoryLine } from "#lib/roll/events.ts";

/** Fields of a change in the order in which they are told; others are of the program and not told. */
const TOLD = [
  "name", "paperName", "idNumber", "sex", "bornOn", "ethnicity", "relation", "groupNumber", "householdNumber", "category", "takesPart", "ground", "since", "appliedOn", "certificate",
  "exclusion", "document", "issuer", "paperDay", "place", "until", "openFindings", "remarks", "status",
] as const;
type Told = (typeof TOLD)[number];

/** The words of one field's value. */
function useValueWords(): (field: Told, value: EventValue | undefined) => string {
  const t = useTranslations("rollEntry.history");
  const roll = useTranslations("roll");
  const grounds = useTranslations("meeting.new.ground");
  const locale = localeOf(useLocale());
  return (field, value) => {
    if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return t("nothing");
    if (Array.isArray(value)) return value.map((kind) => roll(`faultNames.${kind}`)).join("、");
    switch (field) {
      case "sex":
        return roll(`sex.${String(value)}`);
      case "category":
        return t("category", { number: String(value) });
      case "takesPart":
        return t(value === true ? "yes" : "no");
      case "exclusion":
        return roll(`exclusion.${String(value)}`);
      case "status":
        return roll(`status.${String(value)}`);
      case "ground":
        return grounds(String(value));
      case "bornOn":
      case "since":
      case "appliedOn":
      case "paperDay":
      case "until":
        return formatDay(String(value), locale, "date");
      default:
        return String(value);
    }
  };
}

/** What a line changed, field by field: as it was, as it is. */
function Changes({ line }: { readonly line: HistoryLine }) {
  const t = useTranslations("rollEntry.history");
  const words = useValueWords();
  const { before, after } = line.detail;
  const changed = TOLD.filter((field) => after !== undefined && field in after);
  if (changed.length === 0) return null;
  // What stood on a new entry at first is told in one breath, a change line by line.
  if (before === undefined) return <p>{changed.map((field) => t("value", { field: t(`fields.${field}`), value: words(field, after?.[field]) })).join(t("and"))}</p>;
  return (
    <ul className="list-plain">
      {changed.map((field) => (
        <li key={field}>{t("change", { field: t(`fields.${field}`), before: words(field, before[field]), after: words(field, after?.[field]) })}</li>
      ))}
    </ul>
  );
}

/** How a contact went: by what means, with what outcome, what was said. */
function ContactWords({ contact }: { readonly contact: NonNullable<HistoryLine["contact"]> }) {
  const t = useTranslations("rollEntry.contact");
  return (
    <p>
      {t(`ways.${contact.how}`)}：{t(`outcomes.${contact.outcome}`)}
      {contact.statement === "none" ? null : <strong>（{t(`statements.${contact.statement}`)}）</strong>}
    </p>
  );
}

/** Everything recorded about a person of the roll, newest first: what, when, by whom, and what changed (登记留痕). */
export function EntryHistory({ lines, imported }: { readonly lines: readonly HistoryLine[]; readonly imported: { readonly confirmedAt: Date | null; readonly fileName: string } | null }) {
  const t = useTranslations("rollEntry.history");
  return (
    <ol className="history" reversed>
      {lines.map((line) => (
        <li key={line.id} className="history-line">
          <p>
            <strong>{t(`kinds.${line.kind}`)}</strong> · <Day day={line.day} style="date" /> · {t("by", { name: line.byName })}
            {line.ofMerged === null ? null : t("ofMerged", { name: line.ofMerged })}
          </p>
          {line.contact === null ? null : <ContactWords contact={line.contact} />}
          <Changes line={line} />
          {line.detail.reason === undefined ? null : <p>{t("reason", { reason: line.detail.reason })}</p>}
          <p className="muted">
            {t("recorded")} <Instant at={line.at} />
          </p>
        </li>
      ))}
      {imported?.confirmedAt == null ? null : (
        <li className="history-line">
          <p>
            <strong>{t("fromRegister")}</strong> · {imported.fileName}
          </p>
          <p className="muted">
            {t("recorded")} <Instant at={imported.confirmedAt} />
          </p>
        </li>
      )}
    </ol>
  );
}
