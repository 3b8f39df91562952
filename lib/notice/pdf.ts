import { renderPaper } from "./issue.ts";
import type { NoticeRecord } from "./queries.ts";

/** How many papers are kept in memory; a notice never changes, so a kept one is never stale. */
const capacity = 32;
const kept = new Map<string, Uint8Array>();

/** The notice's PDF, made again from its frozen data (byte for byte the one that was issued). */
export async function noticePdf(notice: NoticeRecord): Promise<Uint8Array> {
  const known = kept.get(notice.id);
  if (known !== undefined) return known;
  const rendered = await renderPaper(notice.paper, notice.issuedAt);
  if (!rendered.ok) throw new Error(`issued notice ${notice.id} does not render: ${rendered.error.kind}`);
  const oldest = kept.keys().next();
  if (kept.size >= capacity && !oldest.done) kept.delete(oldest.value);
  kept.set(notice.id, rendered.value);
  return rendered.value;
}
