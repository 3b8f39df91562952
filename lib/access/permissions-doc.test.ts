import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { permissionsDocument, permissionsDocumentPath } from "./permissions-doc.ts";

it("docs/permissions.md shows the table that the program asks", () => {
  expect(readFileSync(permissionsDocumentPath, "utf8"), "run: node lib/access/permissions-doc.ts").toBe(permissionsDocument());
});
