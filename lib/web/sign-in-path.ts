/** Where to go after signing in: a path of this program as asked, else the list of one's places. Never another site. */
export function afterSignIn(from: unknown): string {
  const home = "/home";
  const base = "http://own.invalid";
  if (typeof from !== "string" || !from.startsWith("/") || !URL.canParse(from, base)) return home;
  const url = new URL(from, base);
  const own = url.origin === base && !url.pathname.startsWith("//");
  return own && !/^\/(sign-in|first-run|api)(\/|$)/.test(url.pathname) ? url.pathname + url.search : home;
}
