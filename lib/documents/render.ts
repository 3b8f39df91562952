import { err, ok, type Result } from "#lib/platform/result.ts";
import { missingGlyphs } from "./glyphs.ts";
import { DOCUMENT_MODELS, type DocumentData, type DocumentKind } from "./kinds.ts";
import { renderInThread, type RenderStage } from "./pool.ts";
import { templateInput } from "./prepare.ts";

/**
 * Why there is no paper. `missingGlyph`: names the characters that no font of the papers has (write them by hand or
 * choose the registered variant); `doesNotFit`: a ballot with so many or such long names and instructions that it would
 * take more than one page; `invalidData`: where the data break the paper's schema.
 */
export type DocumentRefusal =
  | { readonly kind: "missingGlyph"; readonly characters: readonly string[] }
  | { readonly kind: "doesNotFit" }
  | { readonly kind: "invalidData"; readonly issues: readonly { readonly path: string; readonly message: string }[] };

/** Reading tags make the roll of 2,400 names ten times as large; its page on screen serves those who need them. */
const UNTAGGED: ReadonlySet<DocumentKind> = new Set(["voterList", "rollList"]);

/** What a template says when its one page is too small. */
const DOES_NOT_FIT = "does not fit:";

/** Every text inside a value, joined, for the glyph check. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return "";
  return Object.values(value).map(textOf).join("");
}

/**
 * Makes a paper as PDF/A-2b. The same data and time give the same bytes, so that a paper can be hashed and made
 * again. `createdAt` comes from the caller's clock. A template that fails on valid data is a bug and throws.
 */
export async function renderDocument<Kind extends DocumentKind>(
  kind: Kind,
  data: DocumentData<Kind>,
  options: { readonly createdAt: Date; readonly onStage?: (stage: RenderStage) => void },
): Promise<Result<Uint8Array, DocumentRefusal>> {
  const parsed = DOCUMENT_MODELS[kind].safeParse(data);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return err({ kind: "invalidData", issues });
  }
  const characters = missingGlyphs(textOf(parsed.data));
  if (characters.length > 0) return err({ kind: "missingGlyph", characters });
  const createdAt = Math.floor(options.createdAt.getTime() / 1000);
  const tagged = !UNTAGGED.has(kind);
  const answer = await renderInThread({ template: kind, data: templateInput(kind, parsed.data), createdAt, tagged }, options.onStage);
  if ("error" in answer && answer.error.includes(DOES_NOT_FIT)) return err({ kind: "doesNotFit" });
  if ("error" in answer) throw new Error(`paper ${kind}: ${answer.error}`);
  return ok(answer.pdf);
}
