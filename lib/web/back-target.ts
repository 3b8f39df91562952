/**
 * Where to go back to after a small form: the path it names, else the page it was sent from, else the first page. Always
 * a path of this app, so that nobody can use the form to send a visitor elsewhere.
 */
export function backTarget(wanted: unknown, headers: Headers): string {
  if (typeof wanted === "string" && wanted !== "") return ownPath(wanted) ?? "/";
  const referer = headers.get("referer");
  if (referer === null || !URL.canParse(referer)) return "/";
  const from = new URL(referer);
  return from.host === headers.get("host") ? (ownPath(from.pathname + from.search) ?? "/") : "/";
}

/** The path and query when a browser would read the text as a path of the same site, else null. */
function ownPath(text: string): string | null {
  const base = "http://own.invalid";
  if (!text.startsWith("/") || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  if (url.origin !== base || url.pathname.startsWith("//")) return null;
  return url.pathname + url.search;
}
