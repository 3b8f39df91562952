import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { pickMessages } from "#lib/i18n/messages.ts";
import { IntlProvider } from "./IntlProvider.tsx";

/** What every page's client components may say: forms, states, errors. */
const everywhere = ["common", "form", "shell"] as const;

type ClientMessagesProps = { readonly namespaces: readonly string[] | "all"; readonly children: ReactNode };

/** Sends words to the browser for client components below: the common ones and the named namespaces, no others. */
export async function ClientMessages({ namespaces, children }: ClientMessagesProps) {
  const messages = await getMessages();
  return (
    <IntlProvider locale={await getLocale()} messages={namespaces === "all" ? messages : pickMessages(messages, [...everywhere, ...namespaces])}>
      {children}
    </IntlProvider>
  );
}
