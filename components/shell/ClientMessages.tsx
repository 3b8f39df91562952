import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { everywhere, signedIn, withFindings } from "#lib/i18n/client-messages.ts";
import { pickMessages } from "#lib/i18n/messages.ts";
import { IntlProvider } from "./IntlProvider.tsx";

type ClientMessagesProps = { /** Paths of messages besides the common ones; "signedIn": all that client components of signed-in pages say. */ readonly namespaces: readonly string[] | "signedIn"; readonly children: ReactNode };

/** Sends words to the browser for client components below: the common ones and the named, no others. */
export async function ClientMessages({ namespaces, children }: ClientMessagesProps) {
  const messages = await getMessages();
  const wanted = namespaces === "signedIn" ? [...everywhere, ...signedIn] : [...everywhere, ...namespaces, ...(namespaces.includes("findings") ? withFindings : [])];
  return (
    <IntlProvider locale={await getLocale()} messages={pickMessages(messages, wanted)}>
      {children}
    </IntlProvider>
  );
}
