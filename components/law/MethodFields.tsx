import { useTranslations } from "next-intl";
import { limitWords, valueWords } from "#lib/i18n/law-words.ts";
import { kindOf } from "#lib/law/kinds.ts";
import { keepsLimits } from "#lib/law/pack.ts";
import { byStage, isOpen, type LawRow } from "#lib/law/table.ts";
import { STAGE_OF, type Stage } from "#lib/law/stages.ts";
import { SelectField } from "../form/ChoiceFields.tsx";
import { NumberField } from "../form/TextFields.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { Heading } from "../ui/Heading.tsx";
import { ParameterName, ParameterValue, SideWords, SourceWords } from "./LawParts.tsx";

type MethodProps = { readonly rows: readonly LawRow[]; readonly method: Readonly<Record<string, unknown>>; readonly acted: ReadonlySet<Stage> };

/** Words that a select sends for a value. */
const sent = (value: unknown): string => (typeof value === "boolean" ? (value ? "yes" : "no") : String(value));

/** The values that a parameter offers to choose from; null: a number is typed. */
function optionsOf(row: LawRow): readonly (string | boolean)[] | null {
  const kind = kindOf(row.key);
  if (kind.kind === "flag") return [true, false];
  return kind.kind === "choice" ? kind.options : null;
}

/** What nation and province say of a parameter, and what they leave open: under the village's field. */
function Levels({ row }: { readonly row: LawRow }) {
  const t = useTranslations("law");
  const limits = limitWords(t, row.key, row.limits);
  return (
    <>
      {t("level.national")}{t("colon")}<ParameterValue name={row.key} value={row.national.value} />{t("open")}<SourceWords citation={row.national.citation} />{t("close")}
      {row.province === null ? null : (
        <>
          <br />
          {t("level.province")}{t("colon")}<ParameterValue name={row.key} value={row.province.value} />{t("open")}<SourceWords citation={row.province.citation} />{t("close")}
          {row.superseded ? <strong> {t("superseded.short")}</strong> : null}
        </>
      )}
      {limits === "" ? null : (
        <>
          <br />
          {t("limits", { limits })}
        </>
      )}
    </>
  );
}

function MethodField({ row, value }: { readonly row: LawRow; readonly value: unknown }) {
  const t = useTranslations("law");
  const names = useTranslations("facts.parameter");
  const name = `method.${row.key}`;
  const above = row.province === null || row.superseded ? row.national.value : row.province.value;
  const options = optionsOf(row);
  if (options === null) {
    return <NumberField name={name} label={names(row.key)} hint={<Levels row={row} />} optional defaultValue={typeof value === "number" ? value : null} />;
  }
  const allowed = options.filter((option) => row.limits.every((limits) => keepsLimits(option, limits)));
  return (
    <SelectField
      name={name}
      label={names(row.key)}
      hint={<Levels row={row} />}
      optional
      width="long"
      emptyLabel={t("asAbove", { value: valueWords(t, row.key, above) })}
      defaultValue={value === undefined ? "" : sent(value)}
      choices={allowed.map((option) => ({ value: sent(option), label: valueWords(t, row.key, option) }))}
    />
  );
}

/** The fields of the village's method: what nation and province leave open and nobody has acted upon yet, by stage. */
export function MethodFields({ rows, method, acted }: MethodProps) {
  const t = useTranslations("law");
  const free = rows.filter((row) => isOpen(row, optionsOf(row)) && !acted.has(STAGE_OF[row.key]));
  return byStage(free).map(({ stage, rows: part }) => (
    <section key={stage}>
      <Heading level={2}>{t(`stage.${stage}`)}</Heading>
      {part.map((row) => (
        <MethodField key={row.key} row={row} value={method[row.key]} />
      ))}
    </section>
  ));
}

/** Values of the method that stay as they are because what they concern is out: sent along unchanged, shown with the reason. */
export function fixedValues({ rows, method, acted }: MethodProps): Readonly<Record<string, string>> {
  const fixed = rows.filter((row) => method[row.key] !== undefined && (acted.has(STAGE_OF[row.key]) || !isOpen(row, optionsOf(row))));
  return Object.fromEntries(fixed.map((row) => [`method.${row.key}`, sent(method[row.key])]));
}

/** What the village can no longer or never choose, with the reason. */
export function ClosedRows({ rows, method, acted }: MethodProps) {
  const t = useTranslations("law");
  const closed = rows.filter((row) => acted.has(STAGE_OF[row.key]) || !isOpen(row, optionsOf(row)));
  if (closed.length === 0) return null;
  return (
    <DataTable
      caption={t("closed.title")}
      rows={closed}
      rowKey={(row) => row.key}
      columns={[
        { key: "parameter", head: t("head.parameter"), rowHeader: true, cell: (row) => <ParameterName name={row.key} /> },
        { key: "national", head: t("level.national"), cell: (row) => <SideWords name={row.key} side={row.national} /> },
        { key: "province", head: t("level.province"), cell: (row) => <SideWords name={row.key} side={row.province} /> },
        { key: "village", head: t("level.village"), cell: (row) => (method[row.key] === undefined ? t("notSet") : <ParameterValue name={row.key} value={method[row.key]} />) },
        { key: "why", head: t("closed.why"), cell: (row) => (isOpen(row, optionsOf(row)) ? t("closed.acted", { stage: t(`stage.${STAGE_OF[row.key]}`) }) : t("closed.law")) },
      ]}
    />
  );
}
