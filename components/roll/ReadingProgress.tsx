"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { z } from "zod";
import { Progress } from "#components/ui/Progress.tsx";
import { progressSchema, type ReadingProgress as Reading } from "#lib/roll/import/progress.ts";

const EVERY_MS = 700;
const answer = progressSchema.extend({ waiting: z.boolean() });

/** How far the reading of a register is; asks again until it is done, then the page is shown anew. Without scripts the page renews itself. */
export function ReadingProgress({ href, initial }: { readonly href: string; readonly initial: Reading }) {
  const t = useTranslations("rollImport.reading");
  const router = useRouter();
  const [{ step, done, total }, setProgress] = useState(initial);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const response = await fetch(href, { headers: { accept: "application/json" } }).catch(() => null);
      if (response === null) return;
      const parsed = answer.safeParse(await response.json().catch(() => null));
      if (parsed.success && parsed.data.waiting) setProgress(parsed.data);
      else router.refresh();
    };
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => clearInterval(timer);
  }, [href, router]);
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <Progress label={t(`steps.${step}`)} value={done} max={total} words={step === "reading" || step === "staging" ? t("rows", { done, total }) : t("soon")} />
      <p className="sr-only" role="status">
        {t(`steps.${step}`)}
      </p>
    </>
  );
}
