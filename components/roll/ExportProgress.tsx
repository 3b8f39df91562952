"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { z } from "zod";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Progress } from "#components/ui/Progress.tsx";

const line = z.union([
  z.object({ stage: z.enum(["reading", "layingOut", "writing"]), step: z.number(), steps: z.number() }),
  z.object({ done: z.boolean() }),
]);
type Heard = z.output<typeof line>;

/** Reads lines of JSON as they come. */
async function follow(href: string, hear: (heard: Heard) => void, signal: AbortSignal): Promise<void> {
  const response = await fetch(`${href}?progress`, { signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!response.ok || reader === undefined) return hear({ done: false });
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = `${rest}${part.value}`.split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      const heard = line.safeParse(JSON.parse(text));
      if (heard.success) hear(heard.data);
    }
  }
}

/** How far a file is, in words and as a bar; the link to it is there from the start, and without scripts it is all that is needed. */
export function ExportProgress({ href, people, pdf }: { readonly href: string; readonly people: number; readonly pdf: boolean }) {
  const t = useTranslations("rollExport");
  const [heard, setHeard] = useState<Heard | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    follow(href, setHeard, stop.signal).catch(() => (stop.signal.aborted ? undefined : setHeard({ done: false })));
    return () => stop.abort();
  }, [href]);
  return (
    <>
      {heard !== null && "stage" in heard ? <Progress label={t(`stages.${heard.stage}`, { people })} value={heard.step - 1} max={heard.steps} words={t("step", { step: heard.step, steps: heard.steps })} /> : null}
      <p role="status">{heard === null || "stage" in heard ? t("working") : heard.done ? t("ready") : t("failed")}</p>
      <ButtonRow>
        <ButtonLink href={href} newTab={pdf} download={!pdf}>
          {pdf ? t("open") : t("save")}
        </ButtonLink>
      </ButtonRow>
    </>
  );
}
