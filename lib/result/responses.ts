import { getTranslations } from "next-intl/server";
import type { DocumentRefusal } from "../documents/render.ts";
import type { Result } from "../platform/result.ts";
import { pdfResponse } from "../web/pdf-response.ts";

/** A rendered paper as an answer; a character that no font has is named in words. */
export async function paperResponse(pdf: Result<Uint8Array, DocumentRefusal>, name: string): Promise<Response> {
  if (pdf.ok) return pdfResponse(pdf.value, name);
  if (pdf.error.kind === "missingGlyph") {
    const t = await getTranslations("issues");
    return new Response(t("missingGlyph", { characters: pdf.error.characters.join(" ") }), { status: 422, headers: { "content-type": "text/plain; charset=utf-8" } });
  }
  throw new Error(`paper ${name} does not render`);
}
