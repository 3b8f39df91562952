import Link from "next/link";
import type { ReactNode } from "react";
import { fieldId } from "./field-id.ts";

type EntryRowsProps = {
  /** The list's name in the form, so that findings about the whole of it can lead here. */
  readonly name: string;
  readonly legend: string;
  readonly hint: string;
  readonly rows: number;
  /** The fields of one row; empty rows are passed over when the form is read. */
  readonly row: (index: number) => ReactNode;
  /** More rows come by a link, so that it works without scripts; then what is typed is lost, which `plain` says. */
  readonly more: { readonly href: string; readonly label: string; readonly plain: string };
};

/** Numbered rows of fields. */
export function EntryRows({ name, legend, hint, rows, row, more }: EntryRowsProps) {
  return (
    <fieldset id={fieldId(name)} tabIndex={-1} className="row-set">
      <legend className="field-label">{legend}</legend>
      <p className="field-hint">{hint}</p>
      <ol className="list-decimal ps-8 marker:text-muted lg:w-[58rem]">
        {Array.from({ length: rows }, (_, index) => (
          <li key={index} className="[&_.field-error]:max-w-56">
            <div className="field-row">{row(index)}</div>
          </li>
        ))}
      </ol>
      <p>
        <Link href={more.href} prefetch={false} scroll={false}>
          {more.label}
        </Link>
        <noscript>{more.plain}</noscript>
      </p>
    </fieldset>
  );
}
