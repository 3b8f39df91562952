/**
 * Pages of long lists of names (名单): people in columns, read down each column, every group from a page of its own. Made
 * here rather than in the template, since a table of 30,000 rows takes the typesetter ten times as long. Pure.
 */

/** Papers a list is printed on, in millimetres of writing space: margins of 14 at the sides and top, 27 at the foot for the proof. */
const SPACE = { a4: { width: 182, height: 256 }, a3: { width: 269, height: 379 } } as const;
export type ListPaper = keyof typeof SPACE;
export const LIST_PAPERS = ["a4", "a3"] as const satisfies readonly ListPaper[];

/** Columns of names that a sheet may have. */
export const LIST_COLUMNS: Readonly<Record<ListPaper, readonly number[]>> = { a4: [2, 3, 4], a3: [2, 3, 4, 5] };

/** Points of 1/72 inch in a millimetre. */
const POINTS_PER_MM = 72 / 25.4;
/** Height of a group's heading and the words above the columns, millimetres. */
const HEAD_MM = 15;
/** Smallest and largest letters, points. */
const LETTERS = { least: 10, most: 17 } as const;
/** Least width of the column of sexes: its heading has two ideographs. */
const SEX_LEAST = 23;
/** Share of the letters' size that notes behind a name have. */
export const NOTE_SHARE = 0.68;

/** Measures of a sheet, in points. `capacity`: how many ideographs of a name fit on one line. */
export type ListShape = { readonly columns: number; readonly width: number; readonly letters: number; readonly row: number; readonly rows: number; readonly number: number; readonly sex: number; readonly sign: number; readonly capacity: number };

/** Measures for so many columns; with `sign`, each person has a space to sign (领票签名), and rows are higher. */
export function listShape(paper: ListPaper, columns: number, sign = false): ListShape {
  const width = (SPACE[paper].width * POINTS_PER_MM) / columns;
  const half = Math.floor((SPACE[paper].width / columns) * 0.4) / 2;
  const letters = sign ? 12 : Math.min(LETTERS.most, Math.max(LETTERS.least, half));
  const row = sign ? letters * 2.3 : letters * 1.5;
  const rows = Math.floor(((SPACE[paper].height - HEAD_MM) * POINTS_PER_MM) / row);
  const [number, sex] = [letters * 2.7, Math.max(letters * 1.7, SEX_LEAST)];
  const signWidth = sign ? width * 0.48 : 0;
  return { columns, width, letters, row, rows, number, sex, sign: signWidth, capacity: (width - number - sex - signWidth - 4) / letters };
}

/** One person of a list. `note`: stands small behind the name, such as a birth year. */
export type ListedName = { readonly number: number; readonly name: string; readonly note: string | null; readonly sex: "male" | "female" };
/** A group of the list with the words of its heading. */
export type NameGroup = { readonly title: string; readonly people: readonly ListedName[] };

/** A stretch of a column's names in one size. */
export type NameRun = { readonly text: string; readonly small: boolean };
/** A column as the template prints it: texts whose lines stand beside each other. */
export type NameColumn = { readonly numbers: string; readonly names: readonly NameRun[]; readonly sexes: string };
/** A page of a group; `part` of `parts` of the group's pages. `gaps`: for each row the columns in which it goes on with the person above. */
export type NamePage = { readonly title: string; readonly people: number; readonly men: number; readonly women: number; readonly part: number; readonly parts: number; readonly rows: number; readonly gaps: readonly (readonly number[])[]; readonly columns: readonly NameColumn[] };

type Line = { readonly number: string; readonly text: string; readonly note: string; readonly sex: string };

/** Width of a text in ideographs: letters and digits of other scripts take a little more than half of one. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (/[\u2e80-\u{3ffff}·（）]/u.test(character) ? 1 : 0.58), 0);

/** The lines of one person: long names go on in a second line, and a note that does not fit stands in one of its own. */
function linesOf(person: ListedName, capacity: number): readonly Line[] {
  const parts = [""];
  for (const character of person.name) {
    const last = parts.at(-1) ?? "";
    if (last !== "" && widthOf(last + character) > capacity) parts.push(character);
    else parts[parts.length - 1] = last + character;
  }
  const sex = person.sex === "male" ? "男" : "女";
  const lines = parts.map((text, index) => ({ number: index === 0 ? String(person.number) : "", text, note: "", sex: index === 0 ? sex : "" }));
  const last = lines.at(-1);
  if (person.note === null || last === undefined) return lines;
  if (widthOf(last.text) + widthOf(person.note) * NOTE_SHARE <= capacity) return [...lines.slice(0, -1), { ...last, note: person.note }];
  return [...lines, { number: "", text: "", note: person.note, sex: "" }];
}

/** Fills columns of so many rows one after another; nobody's lines are torn apart. */
function fill(people: readonly (readonly Line[])[], rows: number): readonly (readonly Line[])[] {
  const columns: Line[][] = [[]];
  for (const lines of people) {
    const column = columns.at(-1) ?? [];
    if (column.length > 0 && column.length + lines.length > rows) columns.push([...lines]);
    else column.push(...lines);
  }
  return columns;
}

/** A group's columns, page by page; those of the last page are of equal height. */
function pagesOf(people: readonly (readonly Line[])[], { rows, columns }: ListShape): readonly { readonly rows: number; readonly columns: readonly (readonly Line[])[] }[] {
  const full = fill(people, rows);
  const whole = Math.floor((full.length - 1) / columns) * columns;
  const pages = Array.from({ length: whole / columns }, (_, page) => ({ rows, columns: full.slice(page * columns, (page + 1) * columns) }));
  const placed = full.slice(0, whole).reduce((sum, column) => sum + column.filter(({ number }) => number !== "").length, 0);
  const rest = people.slice(placed);
  for (let height = Math.ceil(rest.reduce((sum, lines) => sum + lines.length, 0) / columns); height <= rows; height += 1) {
    const last = fill(rest, height);
    if (last.length <= columns) return [...pages, { rows: Math.max(1, ...last.map((column) => column.length)), columns: last }];
  }
  return [...pages, { rows, columns: full.slice(whole) }];
}

/** Neighbouring lines of one size become one text: the typesetter is quick with few long texts, not with many short ones. */
function runsOf(column: readonly Line[]): readonly NameRun[] {
  const runs: { text: string; small: boolean }[] = [];
  const add = (text: string, small: boolean): void => {
    const last = runs.at(-1);
    if (last?.small === small) last.text += text;
    else if (text !== "") runs.push({ text, small });
  };
  column.forEach(({ text, note }, index) => {
    add(index === 0 ? text : `\n${text}`, false);
    if (note !== "") add(note, true);
  });
  return runs;
}

const columnOf = (lines: readonly Line[]): NameColumn => ({ numbers: lines.map(({ number }) => number).join("\n"), names: runsOf(lines), sexes: lines.map(({ sex }) => sex).join("\n") });

/** No rule is drawn through one person's lines, least of all through the space where he signs. */
const gapsOf = (rows: number, columns: readonly (readonly Line[])[]): readonly (readonly number[])[] =>
  Array.from({ length: rows }, (_, row) => columns.flatMap((lines, column) => (lines[row]?.number === "" ? [column] : [])));

/** All pages of a list, group by group. */
export function namePages(groups: readonly NameGroup[], shape: ListShape): readonly NamePage[] {
  return groups.flatMap(({ title, people }) => {
    const pages = pagesOf(people.map((person) => linesOf(person, shape.capacity)), shape);
    const men = people.filter(({ sex }) => sex === "male").length;
    return pages.map(({ rows, columns }, index) => ({ title, people: people.length, men, women: people.length - men, part: index + 1, parts: pages.length, rows, gaps: gapsOf(rows, columns), columns: columns.map(columnOf) }));
  });
}
