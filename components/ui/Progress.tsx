import { useId } from "react";
import { useLocale } from "next-intl";
import { formatNumber } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";

type ProgressProps = {
  /** What is being worked on, in words. */
  readonly label: string;
  /** Whole numbers, 0 ≤ value ≤ max. */
  readonly value: number;
  readonly max: number;
  /** Instead of "1,472 / 2,288". */
  readonly words?: string;
};

/** A bar with its numbers; always a real value. */
export function Progress({ label, value, max, words }: ProgressProps) {
  const id = useId();
  const locale = localeOf(useLocale());
  return (
    <div className="progress">
      <div className="progress-words">
        <span id={id}>{label}</span>
        <span className="num">{words ?? `${formatNumber(value, locale)} / ${formatNumber(max, locale)}`}</span>
      </div>
      <progress aria-labelledby={id} value={value} max={Math.max(max, 1)} />
    </div>
  );
}
