import { getLocale, getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { pickMessages } from "#lib/i18n/messages.ts";
import { IntlProvider } from "./IntlProvider.tsx";

/** What every page's client components may say: forms, states, errors. */
const everywhere = ["common", "form", "shell"] as const;

/** Whoever shows findings answers "why?" too: the rules in words, and the words of figures that are codes. */
const withFindings = ["why", "rules", "facts"] as const;

/** Long texts that only pages written on the server say; they are not sent along with "all". */
const serverOnly: ReadonlySet<string> = new Set(["help"]);

type ClientMessagesProps = { readonly namespaces: readonly string[] | "all"; readonly children: ReactNode };

/** Sends words to the browser for client components below: the common ones and the named namespaces, no others. */
export async function ClientMessages({ namespaces, children }: ClientMessagesProps) {
  const messages = await getMessages();
  const wanted = namespaces === "all" ? Object.keys(messages).filter((one) => !serverOnly.has(one)) : [...everywhere, ...namespaces, ...(namespaces.includes("findings") ? withFindings : [])];
  return (
    <IntlProvider locale={await getLocale()} messages={pickMessages(messages, wanted)}>
      {children}
    </IntlProvider>
  );
}
