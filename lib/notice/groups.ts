import type { NoticeBlock } from "../documents/models/notice.ts";

/** People by group as typed, one group a line: "第一村民小组：王建国、李秀英（女）". */
export type ParsedGroups = {
  readonly blocks: readonly NoticeBlock[];
  /** Lines, from 1, that name no group or nobody. */
  readonly faulty: readonly number[];
  readonly people: number;
};

const nameWithNote = /^(.+?)[（(]([^（）()]+)[）)]$/u;

function personOf(text: string): { readonly name: string; readonly note: string | null } {
  const match = nameWithNote.exec(text);
  return match === null ? { name: text, note: null } : { name: (match[1] ?? "").trim(), note: (match[2] ?? "").trim() };
}

/** Reads people by group; names are parted by 、, commas or blanks, a note stands in brackets behind a name. */
export function parseGroups(text: string): ParsedGroups {
  const lines = text.split("\n").map((line, place) => ({ line: line.trim(), number: place + 1 })).filter(({ line }) => line !== "");
  const groups = lines.map(({ line, number }) => {
    const cut = line.search(/[：:]/u);
    const title = cut < 0 ? "" : line.slice(0, cut).trim();
    const names = cut < 0 ? [] : line.slice(cut + 1).split(/[、，,；;\s]+/u).filter((name) => name !== "").map(personOf);
    return { title, names, number };
  });
  const sound = groups.filter((group) => group.title !== "" && group.names.length > 0);
  return {
    blocks: sound.length === 0 ? [] : [{ type: "names", groups: sound.map(({ title, names }) => ({ title, names })) }],
    faulty: groups.filter((group) => group.title === "" || group.names.length === 0).map((group) => group.number),
    people: sound.reduce((sum, group) => sum + group.names.length, 0),
  };
}
