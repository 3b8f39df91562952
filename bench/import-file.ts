import { writeFileSync } from "node:fs";
import { generateRegister } from "../lib/demo/register/faulty.ts";
import { REGISTER_HEADINGS } from "../lib/demo/register/lines.ts";
import { writeWorkbook } from "../lib/spreadsheet/write.ts";

/**
 * Writes a generated register of so many people as an .xlsx: `import-file.ts PEOPLE FILE [again]`. Prints how many rows it
 * has. `again`: the same register a while later, with one row in twenty changed and one in fifty gone.
 */
const [people = "", file = "", again] = process.argv.slice(2);
const { lines } = generateRegister(7, Number(people), Math.ceil(Number(people) / 500));
const later = lines.filter((_line, place) => place % 50 !== 49).map((line, place) => (place % 20 === 0 ? { ...line, 备注: "低保户" } : line));
const rows = (again === undefined ? lines : later).map((line) => REGISTER_HEADINGS.map((heading) => line[heading]));
writeFileSync(file, await writeWorkbook([{ name: "花名册", headings: REGISTER_HEADINGS, widths: [], rows }]));
console.log(rows.length);
