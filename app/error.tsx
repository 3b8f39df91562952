"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";

type ErrorPageProps = { readonly error: unknown; readonly retry: () => void };

/** A fault of the program: what is safe, what to do, and a number to quote. Never the raw error. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations("common.error");
  const digest = digestOf(error);
  return (
    <main className="page main" id="main">
      <Heading>{t("title")}</Heading>
      <Lede>{t("explain")}</Lede>
      <p>{t("todo")}</p>
      {digest === null ? null : (
        <p>
          {t("digest")} <code className="fingerprint">{digest}</code>
        </p>
      )}
      <ButtonRow>
        <Button type="button" onClick={() => retry()}>
          {t("retry")}
        </Button>
        <ButtonLink href="/" look="secondary">
          {t("home")}
        </ButtonLink>
      </ButtonRow>
    </main>
  );
}

function digestOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}
