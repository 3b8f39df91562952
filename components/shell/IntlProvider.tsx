"use client";

import { NextIntlClientProvider, type AbstractIntlMessages } from "next-intl";
import type { ReactNode } from "react";
import { timeZone } from "#lib/i18n/locale.ts";
import { fallbackFor, reportIntlError } from "#lib/i18n/missing.ts";

type IntlProviderProps = { readonly locale: string; readonly messages: AbstractIntlMessages; readonly children: ReactNode };

/** Words for client components, with the same rule for missing ones as on the server. */
export function IntlProvider({ locale, messages, children }: IntlProviderProps) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone={timeZone} onError={reportIntlError} getMessageFallback={fallbackFor}>
      {children}
    </NextIntlClientProvider>
  );
}
