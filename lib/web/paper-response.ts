import type { DocumentRefusal } from "../documents/render.ts";
import type { Issue } from "../platform/refusal.ts";
import type { Result } from "../platform/result.ts";
import { pdfResponse } from "./pdf-response.ts";
import { refusalResponse } from "./route.ts";

/** A rendered paper as an answer, or in words why there is none (HTTP 422). */
export async function paperResponse(rendered: Result<Uint8Array, DocumentRefusal>, name: string): Promise<Response> {
  return rendered.ok ? pdfResponse(rendered.value, name) : refusalResponse({ kind: "invalid", issues: [issueOf(rendered.error)] });
}

function issueOf(refusal: DocumentRefusal): Issue {
  switch (refusal.kind) {
    case "missingGlyph":
      return { field: null, code: "missingGlyph", params: { characters: refusal.characters.join("、") } };
    case "doesNotFit":
      return { field: null, code: "paperDoesNotFit", params: {} };
    case "invalidData":
      return { field: null, code: "paperInvalid", params: { places: refusal.issues.map((issue) => issue.path).join("、") } };
  }
}
