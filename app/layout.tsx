import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "#components/shell/ClientMessages.tsx";
import { textCookie, textSizeOf } from "#lib/i18n/locale.ts";
import "./globals.css";

/** No title here: each page's first heading is its title (components/ui/PageTitle.tsx). */
export const metadata: Metadata = { robots: { index: false, follow: false }, formatDetection: { telephone: false, date: false, address: false } };

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#9f1d20", colorScheme: "light" };

/** Language and text size of every page; frames are drawn by the pages themselves. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const text = textSizeOf((await cookies()).get(textCookie)?.value);
  return (
    <html lang={await getLocale()} data-text={text}>
      <body>
        <ClientMessages namespaces={[]}>{children}</ClientMessages>
      </body>
    </html>
  );
}
