/** Request header in which the proxy tells pages their own path and query; whatever a browser sends under this name is overwritten. */
export const pathHeader = "x-cunxuan-path";

/** Where to sign in, so as to come back to `path`. */
export const signInPath = (path: string | null): string => (path === null || path === "" ? "/sign-in" : `/sign-in?from=${encodeURIComponent(path)}`);

/** Where to go after signing in: a path of this program as asked, else the list of one's places. Never another site. */
export function afterSignIn(from: unknown): string {
  const home = "/home";
  const base = "http://own.invalid";
  if (typeof from !== "string" || !from.startsWith("/") || !URL.canParse(from, base)) return home;
  const url = new URL(from, base);
  const own = url.origin === base && !url.pathname.startsWith("//");
  return own && !/^\/(sign-in|first-run|api)(\/|$)/.test(url.pathname) ? url.pathname + url.search : home;
}
