import { getLocale, getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextAreaField } from "#components/form/TextFields.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Details } from "#components/ui/Details.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import { NATIONAL_YEARS, type HolidayYear } from "#lib/calendar/holidays.ts";
import type { Reader } from "#lib/database/client.ts";
import { formatDay, formatInstant } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { FormAction } from "#lib/platform/form-state.ts";
import { enteredYears, type EnteredYear } from "#lib/plan/holiday-queries.ts";

import "./plan.css";

type HolidayPageProps = { readonly db: Reader; /** Null: for the whole installation. */ readonly county: { readonly id: string; readonly name: string } | null; readonly done: boolean; readonly action: FormAction };

type Line = { readonly year: HolidayYear; readonly entered: EnteredYear | null };

const sampleRows = "2027 正式 国务院办公厅关于2027年部分节假日安排的通知\n放假 春节 2027-02-05 2027-02-11 2027-02-05 2027-02-06 2027-02-07 2027-02-08\n上班 2027-01-31 2027-02-13";

/** Known years with where they come from, and a form for one more; of a year the last entry counts. */
export async function HolidayPage({ db, county, done, action }: HolidayPageProps) {
  const t = await getTranslations("holidays");
  const fields = await getTranslations("fields");
  const locale = localeOf(await getLocale());
  const lines = linesOf(await enteredYears(db, county === null ? [] : [county.id]));
  const [sample] = NATIONAL_YEARS;
  const short = (day: string): string => formatDay(day, locale, "short");
  const daysOf = (year: HolidayYear): string =>
    [
      ...year.holidays.map((holiday) => t(holiday.from === holiday.to ? "restOne" : "rest", { name: locale === "en" ? (holiday.en ?? holiday.name) : holiday.name, from: short(holiday.from), to: short(holiday.to) })),
      ...(year.workdays.length === 0 ? [] : [t("work", { days: year.workdays.map(short).join(t("comma")) })]),
    ].join(t("and"));
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      {done ? <Notice title={t("done")} state="done" announce /> : null}
      <p>{county === null ? t("forSystem") : t("forCounty", { county: county.name })}</p>
      <DataTable
        caption={t("years")}
        rows={lines}
        rowKey={({ year }) => String(year.year)}
        columns={[
          { key: "year", head: t("year"), rowHeader: true, cell: ({ year }) => year.year },
          { key: "status", head: t("status"), cell: ({ year }) => <Tag state={year.status === "official" ? "done" : "due"}>{t(year.status)}</Tag> },
          { key: "days", head: t("days"), cell: ({ year }) => daysOf(year) },
          { key: "source", head: t("source"), cell: ({ year }) => year.source },
          { key: "from", head: t("from"), cell: ({ entered }) => (entered === null ? t("builtIn") : t("own", { name: entered.enteredByName, at: formatInstant(entered.enteredAt, locale) })) },
        ]}
      />
      <Heading level={2}>{t("enterTitle")}</Heading>
      <p>{t("enterLede")}</p>
      <p>{t("rowsLede")}</p>
      <CommandForm action={action} hidden={{ countyId: county?.id ?? "" }} submitLabel={t("submit")} keep={`holidays-${county?.id ?? "system"}`}>
        <TextAreaField name="holidays" label={fields("holidays")} hint={t("hint")} maxLength={20000} />
      </CommandForm>
      <Details summary={t("sample")}>
        <pre className="holiday-sample">{sampleRows}</pre>
        <pre className="holiday-sample">{JSON.stringify(sample, null, 1)}</pre>
      </Details>
    </>
  );
}

/** One line a year: the county's own entry, else the installation's, else what came with the program. */
function linesOf(entered: readonly EnteredYear[]): readonly Line[] {
  const lines = new Map<number, Line>(NATIONAL_YEARS.map((year) => [year.year, { year, entered: null }]));
  for (const one of entered.toSorted((a, b) => Number(a.countyId !== null) - Number(b.countyId !== null))) lines.set(one.year.year, { year: one.year, entered: one });
  return [...lines.values()].toSorted((a, b) => b.year.year - a.year.year);
}
