import { EMPTY_CELL, type Cell } from "./model.ts";

/** Short texts (男, 汉族, 户主) come again in every row: one cell stands for all of them. */
const LONGEST_SHARED = 12;
const MOST_SHARED = 20_000;
/** A register is never wider than this; cells further right are not its. */
export const MOST_COLUMNS = 300;
/** More rows than a township has people: not the register of a village. */
export const MOST_ROWS = 300_000;

/** Gives cells of text; equal short texts share one cell. */
export function textCells(): (text: string) => Cell {
  const shared = new Map<string, Cell>();
  return (text) => {
    if (text === "") return EMPTY_CELL;
    if (text.length > LONGEST_SHARED) return { kind: "text", text };
    const known = shared.get(text);
    if (known !== undefined) return known;
    const cell: Cell = { kind: "text", text };
    if (shared.size < MOST_SHARED) shared.set(text, cell);
    return cell;
  };
}

/** Puts a cell in its column, with empty cells before it. */
export function put(cells: Cell[], column: number, cell: Cell): void {
  while (cells.length < column) cells.push(EMPTY_CELL);
  cells[column] = cell;
}

/** How far a long piece of work has come. */
export type OnProgress = (done: number, total: number) => void;
