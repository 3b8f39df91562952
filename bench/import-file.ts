import { writeFileSync } from "node:fs";
import { generateRegister } from "../lib/demo/register/faulty.ts";
import { REGISTER_HEADINGS } from "../lib/demo/register/lines.ts";
import { writeWorkbook } from "../lib/spreadsheet/write.ts";

/** Writes a generated register of so many people as an .xlsx: `import-file.ts PEOPLE FILE`. Prints how many rows it has. */
const [people = "", file = ""] = process.argv.slice(2);
const { lines } = generateRegister(7, Number(people), Math.ceil(Number(people) / 500));
const rows = lines.map((line) => REGISTER_HEADINGS.map((heading) => line[heading]));
writeFileSync(file, await writeWorkbook([{ name: "花名册", headings: REGISTER_HEADINGS, widths: [], rows }]));
console.log(lines.length);
