import type { Citation } from "./finding.ts";
import type { Law, LawSource, Packs } from "./law.ts";
import { keepsLimits, type Limits, type Parameter } from "./pack.ts";
import type { Side } from "./pack-versions.ts";
import { LAW_KEYS, type LawKey } from "./parameters.ts";
import { STAGE_OF, STAGES, type Stage } from "./stages.ts";

/** One parameter of a case's law with what each level says of it. `superseded`: the province's rule has given way. */
export type LawRow = {
  readonly key: LawKey;
  readonly value: unknown;
  readonly citation: Citation;
  readonly source: LawSource;
  readonly national: NonNullable<Side>;
  readonly province: Side;
  readonly superseded: boolean;
  /** What both levels let the village choose: the limits that bind it, the nation's first. */
  readonly limits: readonly Limits[];
};

/** Every parameter of a case's law, in the order of the parameters. */
export function lawRows({ national, province }: Packs, law: Law): readonly LawRow[] {
  return LAW_KEYS.map((key) => {
    const above: Parameter<unknown> = national.parameters[key];
    const below: Parameter<unknown> | undefined = province?.parameters[key];
    const superseded = below !== undefined && !keepsLimits(below.value, above.limits);
    const binding = [above.limits, superseded ? undefined : below?.limits];
    return {
      key, value: law.values[key], citation: law.citations[key], source: law.sources[key],
      national: { value: above.value, citation: above.citation },
      province: below === undefined ? null : { value: below.value, citation: below.citation },
      superseded, limits: binding.flatMap((limits) => limits ?? []),
    };
  });
}

/** Rows by the stage at which they are acted upon, in the order of an election. */
export function byStage<Row extends { readonly key: LawKey }>(rows: readonly Row[]): readonly { readonly stage: Stage; readonly rows: readonly Row[] }[] {
  return STAGES.map((stage) => ({ stage, rows: rows.filter((row) => STAGE_OF[row.key] === stage) })).filter((part) => part.rows.length > 0);
}

/** Whether some value inside the limits is another than this one: else the law leaves nothing to choose. */
export function isOpen(row: LawRow, options: readonly unknown[] | null): boolean {
  if (options !== null) return options.filter((option) => row.limits.every((limits) => keepsLimits(option, limits))).length > 1;
  const lows = row.limits.flatMap((limits) => limits.min ?? []);
  const highs = row.limits.flatMap((limits) => limits.max ?? []);
  const pinned = row.limits.some((limits) => limits.oneOf?.length === 1);
  return !pinned && (lows.length === 0 || highs.length === 0 || Math.max(...lows) < Math.min(...highs));
}
