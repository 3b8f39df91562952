import { useTranslations } from "next-intl";
import { limitWords } from "#lib/i18n/law-words.ts";
import type { NationalPack, Parameter, ProvincePack } from "#lib/law/pack.ts";
import { LAW_KEYS, type LawKey } from "#lib/law/parameters.ts";
import { ParameterName, SideWords } from "../law/LawParts.tsx";
import { StageTables } from "../law/LawTables.tsx";

type Row = { readonly key: LawKey; readonly own: Parameter<unknown> | undefined; readonly national: Parameter<unknown> };

/** Every parameter with what the pack sets and what the nation says beside it; what the pack leaves open is said so. */
export function PackParameters({ pack, national }: { readonly pack: ProvincePack; readonly national: NationalPack }) {
  const t = useTranslations("law");
  const rows: readonly Row[] = LAW_KEYS.map((key) => ({ key, own: pack.parameters[key], national: national.parameters[key] }));
  return (
    <StageTables
      level={3}
      rows={rows}
      columns={[
        { key: "parameter", head: t("head.parameter"), rowHeader: true, cell: (row) => <><ParameterName name={row.key} /><br /><code className="muted">{row.key}</code></> },
        { key: "own", head: t("level.province"), cell: (row) => <SideWords name={row.key} side={row.own ?? null} /> },
        { key: "limits", head: t("head.limits"), cell: (row) => (row.own?.limits === undefined ? "—" : limitWords(t, row.key, [row.own.limits])) },
        { key: "national", head: t("level.national"), cell: (row) => <SideWords name={row.key} side={row.national} /> },
      ]}
    />
  );
}
