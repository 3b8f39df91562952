import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** One column: its head, and how a row fills it. Numbers stand right, in tabular figures. */
export type Column<Row> = {
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
  /** The cell that names the row; one per table. */
  readonly rowHeader?: boolean;
  /** Tailwind classes of the cells, e.g. a width. */
  readonly className?: string;
};

type DataTableProps<Row> = {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row, index: number) => string;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
  /** On a phone: `stack` turns rows into blocks, `scroll` keeps the table and scrolls it inside its own frame. */
  readonly narrow?: "stack" | "scroll";
  /** A last row of sums, by column key. */
  readonly totals?: Readonly<Record<string, ReactNode>>;
};

/** A table of data with a caption. Roles are written out because stacked display would take them away. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey, empty, narrow = "stack", totals } = props;
  const t = useTranslations("common.table");
  const table = (
    <table className={`data-table table-${narrow}`} role="table">
      <caption className={captionHidden ? "sr-only" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.key} scope="col" role="columnheader" className={classOf(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.length === 0 ? (
          <tr role="row">
            <td role="cell" colSpan={columns.length} className="muted">
              {empty ?? t("empty")}
            </td>
          </tr>
        ) : (
          rows.map((row, index) => (
            <tr key={rowKey(row, index)} role="row">
              {columns.map((column) => (
                <Cell key={column.key} column={column}>
                  {column.cell(row)}
                </Cell>
              ))}
            </tr>
          ))
        )}
      </tbody>
      {totals === undefined ? null : (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column}>
                {totals[column.key]}
              </Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (narrow === "stack") return table;
  return (
    <div className="table-frame" role="region" aria-label={caption} tabIndex={0}>
      {table}
    </div>
  );
}

function classOf<Row>(column: Column<Row>): string | undefined {
  const classes = [column.numeric ? "numeric" : "", column.className ?? ""].filter((name) => name !== "");
  return classes.length === 0 ? undefined : classes.join(" ");
}

function Cell<Row>({ column, children }: { readonly column: Column<Row>; readonly children: ReactNode }) {
  if (column.rowHeader) {
    return (
      <th scope="row" role="rowheader" className={classOf(column)}>
        {children}
      </th>
    );
  }
  return (
    <td role="cell" data-label={column.head} className={classOf(column)}>
      {isEmpty(children) ? null : <div className="cell">{children}</div>}
    </td>
  );
}

/** An empty cell is left out of a stacked row altogether. */
function isEmpty(children: ReactNode): boolean {
  return children === null || children === undefined || children === "" || typeof children === "boolean";
}
