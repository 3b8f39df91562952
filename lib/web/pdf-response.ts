/** A PDF as an answer, opened in the browser; `name` is the file name shown when it is saved. */
export function pdfResponse(pdf: Uint8Array, name: string, cacheControl = "private, no-store"): Response {
  return new Response(Uint8Array.from(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(name)}.pdf`,
      "cache-control": cacheControl,
      "x-content-type-options": "nosniff",
    },
  });
}
