import { localeCookie, localeOf, textCookie, textSizeOf } from "#lib/i18n/locale.ts";
import { backTarget } from "#lib/web/back-target.ts";
import { publicRoute } from "#lib/web/route.ts";

const YEAR_SECONDS = 31_536_000;

/** One display choice as a cookie; it says nothing about the person. */
const cookie = (name: string, value: string): string => `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`;

/** Keeps the choice of language or text size and goes back to the page it was made on. Needs no account. */
export const POST = publicRoute(async ({ request }) => {
  const data = await request.formData();
  const headers = new Headers({ Location: backTarget(data.get("back"), request.headers) });
  const locale = data.get("locale");
  if (typeof locale === "string") headers.append("Set-Cookie", cookie(localeCookie, localeOf(locale)));
  const text = data.get("text");
  if (typeof text === "string") headers.append("Set-Cookie", cookie(textCookie, textSizeOf(text)));
  return new Response(null, { status: 303, headers });
});
