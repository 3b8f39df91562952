"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Button } from "#components/ui/Button.tsx";
import { paperNumber, type BallotForm, type PaperMarks } from "#lib/count/model.ts";
import { judgePaper } from "#lib/count/rules.ts";

type EntrySideProps = {
  readonly form: BallotForm;
  readonly bundle: { readonly number: number; readonly size: number };
  readonly paper: number | null;
  readonly kept: ReadonlyMap<number, PaperMarks>;
  readonly told: string;
  readonly pass: 1 | 2;
  /** Papers wait for the server: nothing may be entered, by button as little as by key. */
  readonly locked: boolean;
  readonly onSave: () => void;
  readonly onUndo: () => void;
  readonly onInvalid: () => void;
  readonly onJump: () => void;
  readonly jumpTo: (paper: number) => void;
};

/** Which paper it is, how far the bundle is, and what the keys do; every key is a button too. */
export function EntrySide({ form, bundle, paper, kept, told, locked, ...on }: EntrySideProps) {
  const t = useTranslations("count.entry");
  const figures = useMemo(() => figuresOf(form, kept), [form, kept]);
  return (
    <aside className="entry-side" aria-label={t("bundleState")}>
      <p className="why">{t("paperOf")}</p>
      <p className="entry-big" aria-live="polite">
        {paper ?? bundle.size} <small>{t("ofPapers", { size: bundle.size })}</small>
      </p>
      {paper === null ? null : <p className="entry-number">{t("paperNumber", { number: paperNumber(bundle.number, paper) })}</p>}
      <div className="progress">
        <progress aria-label={t("progress")} value={kept.size} max={bundle.size} />
      </div>
      <dl className="entry-figures">
        <dt>{t("validPapers")}</dt>
        <dd>{figures.valid}</dd>
        <dt>{t("partBlank")}</dt>
        <dd>{figures.partBlank}</dd>
        <dt>{t("invalidPapers")}</dt>
        <dd>{figures.invalid}</dd>
      </dl>
      <p className="entry-told" role="status">
        {told}
      </p>
      {paper === null || locked ? null : (
        <div className="entry-keys">
          <Button type="button" onClick={on.onSave}>
            {t("save")} <kbd>Enter</kbd>
          </Button>
          <Button type="button" look="secondary" small onClick={on.onInvalid}>
            <kbd>X</kbd> {t("invalid")}
          </Button>
          <Button type="button" look="secondary" small onClick={on.onUndo}>
            <kbd>Backspace</kbd> {t("undo")}
          </Button>
          <Button type="button" look="secondary" small onClick={on.onJump}>
            <kbd>G</kbd> {t("jump")}
          </Button>
        </div>
      )}
      <p className="why">{t("keysExplain")}</p>
      <p className="why">{t(on.pass === 1 ? "firstExplain" : "secondExplain")}</p>
    </aside>
  );
}

function figuresOf(form: BallotForm, kept: ReadonlyMap<number, PaperMarks>) {
  const figures = { valid: 0, partBlank: 0, invalid: 0 };
  for (const marks of kept.values()) {
    const judged = judgePaper(form, marks, new Map(), "countEach");
    if (judged.kind === "invalid") figures.invalid += 1;
    else {
      figures.valid += 1;
      if (judged.blocks.some((block) => block.kind === "abstain")) figures.partBlank += 1;
    }
  }
  return figures;
}
