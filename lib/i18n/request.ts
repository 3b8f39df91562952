import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { fallbackFor, reportIntlError } from "./missing.ts";
import { localeCookie, localeOf, timeZone } from "./locale.ts";
import { messagesOf } from "./messages.ts";

/** What next-intl needs for a request: the language comes from the cookie alone, never from Accept-Language. */
export default getRequestConfig(async () => {
  const jar = await cookies();
  const locale = localeOf(jar.get(localeCookie)?.value);
  return {
    locale,
    timeZone,
    messages: await messagesOf(locale),
    onError: reportIntlError,
    getMessageFallback: fallbackFor,
  };
});
