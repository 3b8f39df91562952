"use client";

import "./count.css";
import { useTranslations } from "next-intl";
import { useMemo, useReducer, type ReactNode } from "react";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextAreaField } from "#components/form/TextFields.tsx";
import { Details } from "#components/ui/Details.tsx";
import type { BallotForm, PaperMarks } from "#lib/count/model.ts";
import type { FormAction } from "#lib/platform/form-state.ts";
import { keysOf, marksOfPad, padAfter, padOf, undecided } from "./pad.ts";
import { PaperPad } from "./PaperPad.tsx";

type SettleFormProps = {
  readonly action: FormAction;
  readonly bundleId: string;
  readonly paper: number;
  readonly form: BallotForm;
  readonly first: PaperMarks;
  readonly second: PaperMarks;
  readonly words: Readonly<Record<string, string>>;
  readonly children?: ReactNode;
};

/** Settles one paper from the paper itself: as the first entry has it, as the second, or as keyed here. */
export function SettleForm({ action, bundleId, paper, form, first, second, words }: SettleFormProps) {
  const t = useTranslations("count.settle");
  const [pad, dispatch] = useReducer(padAfter, undefined, () => padOf(form, undefined));
  const keys = useMemo(() => keysOf(form).map((one) => ({ ...one, key: "" })), [form]);
  const hidden = { bundleId, paper: String(paper), "marks.first": JSON.stringify(first), "marks.second": JSON.stringify(second), "marks.other": undecided(pad) === null ? JSON.stringify(marksOfPad(form, pad)) : "" };
  return (
    <CommandForm action={action} submitLabel={t("submit")} hidden={hidden}>
      <RadioField name="choice" label={t("choice")} choices={[{ value: "first", label: t("asFirst") }, { value: "second", label: t("asSecond") }, { value: "other", label: t("other"), hint: t("otherHint") }]} />
      <Details summary={t("otherPad")}>
        <PaperPad form={form} pad={pad} keys={keys} words={words} dispatch={dispatch} openWrite={() => undefined} />
      </Details>
      <TextAreaField name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
    </CommandForm>
  );
}
