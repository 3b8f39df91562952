import { useLocale, useTranslations } from "next-intl";
import { formatDay } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { EntryDetail } from "#lib/roll/entry/queries.ts";

/** What somebody away said, with how and when it was heard; or that only the register says so. */
function useStatement(entry: EntryDetail): string {
  const t = useTranslations("rollEntry.evidence");
  const ways = useTranslations("rollEntry.contact.ways");
  const locale = localeOf(useLocale());
  if (entry.takesPart === null) return t("openStatement");
  const said = entry.takesPart ? t("takesPart") : t("declines");
  if (entry.heardOn === null || entry.heardHow === null) return t("registerOnly", { said });
  return t("heard", { said, day: formatDay(entry.heardOn, locale, "date"), how: ways(entry.heardHow) });
}

/** The application of somebody whose household is elsewhere, and who admitted him. */
function useApplication({ application, consent, law }: EntryDetail): string {
  const t = useTranslations("rollEntry.evidence");
  const grounds = useTranslations("meeting.new.ground");
  const locale = localeOf(useLocale());
  const date = (value: string): string => formatDay(value, locale, "date");
  const parts = [
    application === null ? t("noApplication") : t("application", { ground: grounds(application.ground), since: date(application.since), appliedOn: date(application.appliedOn) }),
    ...(application?.certificate == null ? (law.values.voterHomeCertificate ? [t("noCertificate")] : []) : [t("certificate", { issuer: application.certificate.issuer, day: date(application.certificate.day) })]),
    consent === null ? t("noConsent") : t("consent", { by: consent.meeting, day: date(consent.consentedOn) }),
  ];
  return parts.join(t("and"));
}

/** What an exclusion rests on: what happened, and the paper. */
function useGround({ exclusionNote, exclusionGround, remarks }: EntryDetail): string {
  const t = useTranslations("rollEntry.evidence");
  const locale = localeOf(useLocale());
  const paper = exclusionGround;
  const parts = [
    exclusionNote ?? (remarks === null ? t("noGround") : t("registerRemark", { remarks })),
    ...(paper?.document == null ? [] : [t("paper", { document: paper.document })]),
    ...(paper?.issuer == null ? [] : [t("issuer", { issuer: paper.issuer })]),
    ...(paper?.day == null ? [] : [t("paperDay", { day: formatDay(paper.day, locale, "date") })]),
    ...(paper?.place == null ? [] : [t("place", { place: paper.place })]),
    ...(paper?.until == null ? [] : [t("until", { day: formatDay(paper.until, locale, "date") })]),
  ];
  return parts.join(t("and"));
}

/** The statement of somebody away. */
export const StatementWords = ({ entry }: { readonly entry: EntryDetail }) => <>{useStatement(entry)}</>;
/** Application, certificate and consent. */
export const ApplicationWords = ({ entry }: { readonly entry: EntryDetail }) => <>{useApplication(entry)}</>;
/** The ground of an exclusion. */
export const GroundWords = ({ entry }: { readonly entry: EntryDetail }) => <>{useGround(entry)}</>;
