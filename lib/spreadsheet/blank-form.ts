import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import writeExcelFile, { type Feature } from "write-excel-file/node";
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings, sanitizeAttributeValue, sanitizeTextContent } from "write-excel-file/utility";
import { columnLetters } from "./model.ts";

/**
 * What a column of a blank form takes. `only`: other words are refused; `usual`: other words are asked about;
 * `suggested`: the words are offered and nothing is said about others.
 */
export type FormChoices = { readonly words: readonly string[]; readonly others: "only" | "usual" | "suggested" };

/** One column of a form to be filled in. The hint is shown when somebody comes into one of its cells. */
export type FormColumn = {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly hint: string;
  readonly choices?: FormChoices;
  /** Fewest and most characters; other lengths are asked about. */
  readonly length?: { readonly least: number; readonly most: number };
};

/** A form with a row that shows how to fill it in, and a sheet that explains it. `otherWords`, `otherLength`: what the program says about other words and lengths. */
export type BlankForm = {
  readonly sheet: string;
  readonly columns: readonly FormColumn[];
  readonly example: readonly string[];
  readonly otherWords: string;
  readonly otherLength: string;
  readonly notes: { readonly sheet: string; readonly title: string; readonly widths: readonly number[]; readonly rows: readonly (readonly string[])[] };
};

/** Row 1 holds the headings, row 2 the example; people write from here on. */
const FIRST_ROW = 3;
const LAST_ROW = 1_048_576;
/** What the file format allows for the words of one list, commas included. */
const LONGEST_LIST = 255;
const TEXT = "@";
/** The built-in format that tells programs to keep what is typed as it is; the writer makes one of its own of "@". */
const BUILT_IN_TEXT = 49;
const SHADE = "#f1efea";
const LINE = { borderStyle: "thin", borderColor: "#cfcac0" } as const;

const STYLE_OF_OTHERS = { only: "stop", usual: "warning", suggested: null } as const satisfies Record<FormChoices["others"], string | null>;

/** What a column checks, as the file format says it: kind, what happens with other values, and the formulas. */
function ruleOf({ choices, length }: FormColumn, form: BlankForm): { readonly attributes: Readonly<Record<string, string>>; readonly formulas: readonly string[] } {
  if (choices !== undefined) {
    const style = STYLE_OF_OTHERS[choices.others];
    const words = choices.words.join(",");
    if (words.length > LONGEST_LIST) throw new Error(`the choices of ${form.sheet} are too many for the file format`);
    return { attributes: { type: "list", ...(style === null ? {} : { errorStyle: style, showErrorMessage: "1", error: form.otherWords }) }, formulas: [`"${words}"`] };
  }
  if (length === undefined) return { attributes: {}, formulas: [] };
  return { attributes: { type: "textLength", operator: "between", errorStyle: "warning", showErrorMessage: "1", error: form.otherLength }, formulas: [String(length.least), String(length.most)] };
}

function validationOf(column: FormColumn, index: number, form: BlankForm): string {
  const letters = columnLetters(index);
  const { attributes, formulas } = ruleOf(column, form);
  const all = { ...attributes, allowBlank: "1", showInputMessage: "1", promptTitle: column.heading.slice(0, 32), prompt: column.hint, sqref: `${letters}${FIRST_ROW}:${letters}${LAST_ROW}` };
  const written = Object.entries(all).map(([name, value]) => `${name}="${sanitizeAttributeValue(value)}"`).join(" ");
  return `<dataValidation ${written}>${formulas.map((formula, place) => `<formula${place + 1}>${sanitizeTextContent(formula)}</formula${place + 1}>`).join("")}</dataValidation>`;
}

/** Adds to the form's sheet what the writer has no option for: the choices, and the format of cells that nobody has written yet. */
function formFeature(form: BlankForm): Feature<Stream | Buffer | Blob> {
  const validations = form.columns.map((column, index) => validationOf(column, index, form)).join("");
  const markup = `<dataValidations count="${form.columns.length}">${validations}</dataValidations>`;
  const transform = (xml: string, _: unknown, { sheetIndex }: { readonly sheetIndex: number }): string => {
    if (sheetIndex !== 0) return xml;
    // The style of the one empty row that was written is that of all rows below it.
    const style = new RegExp(`<c r="A${FIRST_ROW}" s="(\\d+)"`, "u").exec(xml)?.[1];
    if (style === undefined) throw new Error("the form's empty row has no style");
    const formatted = xml.replaceAll("<col ", `<col style="${style}" `);
    return insertElementMarkupAccordingToOrderOfSiblings(formatted, markup, getOrderOfSiblings("xl/worksheets/sheet{id}.xml", "worksheet") ?? [], "worksheet");
  };
  return { files: { transform: { "xl/worksheets/sheet{id}.xml": { transform }, "xl/styles.xml": { transform: withBuiltInText } } } };
}

function withBuiltInText(styles: string): string {
  const own = /<numFmt numFmtId="(\d+)" formatCode="@"/u.exec(styles)?.[1];
  return own === undefined ? styles : styles.replaceAll(`<xf numFmtId="${own}" `, `<xf numFmtId="${BUILT_IN_TEXT}" `);
}

/**
 * Writes a form to be filled in, as .xlsx: every cell is text, so that identity numbers keep their digits, the heading
 * stays in sight, and where there are words to choose from they are offered.
 */
export async function writeBlankForm(form: BlankForm): Promise<Uint8Array> {
  const { columns, example, notes } = form;
  const heading = columns.map(({ heading: value }) => ({ value, type: String, format: TEXT, fontWeight: "bold" as const, backgroundColor: SHADE, wrap: true, alignVertical: "center" as const, ...LINE }));
  const shown = columns.map((_, index) => ({ value: example[index] ?? "", type: String, format: TEXT, fontStyle: "italic" as const, textColor: "#5b5b5b", ...LINE }));
  const file = writeExcelFile(
    [
      { sheet: form.sheet, stickyRowsCount: 1, columns: columns.map(({ width }) => ({ width })), data: [heading, shown, columns.map(() => ({ type: String, format: TEXT }))] },
      {
        sheet: notes.sheet,
        columns: notes.widths.map((width) => ({ width })),
        data: [[{ value: notes.title, type: String, fontWeight: "bold" as const }], ...notes.rows.map((row) => row.map((value) => ({ value, type: String, wrap: row.length > 1, alignVertical: "top" as const })))],
      },
    ],
    { features: [formFeature(form)] },
  );
  return new Uint8Array(await file.toBuffer());
}
