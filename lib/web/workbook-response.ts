const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** An .xlsx file as an answer that the browser saves; `plain` is its name for programs that know only ASCII. */
export function workbookResponse(file: Uint8Array, name: string, plain: string): Response {
  const disposition = `attachment; filename="${plain}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`;
  return new Response(Uint8Array.from(file), { headers: { "content-type": WORKBOOK, "content-disposition": disposition, "cache-control": "no-store" } });
}
