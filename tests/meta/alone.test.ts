import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { filesUnder, root } from "./files.ts";

// Written in pieces, so that this file does not find itself.
const foreign = [["", "work", ""].join("/"), ["..", "shared"].join("/")];

const binary = /\.(xlsx|xls|ods|png|jpg|ico|otf|ttf|woff2?|pdf)$/;

it("the project stands alone: no file names a folder outside it", () => {
  const found = filesUnder(["."], /./)
    .filter((file) => !binary.test(file))
    .filter((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      return foreign.some((word) => text.includes(word));
    });
  expect(found).toEqual([]);
});
