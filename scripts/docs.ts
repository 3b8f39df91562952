import { writeFileSync } from "node:fs";
import path from "node:path";
import { permissionsDocument, permissionsDocumentPath } from "#lib/access/permissions-doc.ts";
import { lawCoverageDocument } from "./law-coverage/document.ts";
import { root } from "./law-coverage/sources.ts";

writeFileSync(permissionsDocumentPath, permissionsDocument());
writeFileSync(path.join(root, "docs/law-coverage.md"), lawCoverageDocument());
