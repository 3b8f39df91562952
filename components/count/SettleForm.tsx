"use client";

import "./count.css";
import { useTranslations } from "next-intl";
import { useMemo, useReducer, useState } from "react";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextAreaField } from "#components/form/TextFields.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Details } from "#components/ui/Details.tsx";
import type { BallotForm, PaperMarks } from "#lib/count/model.ts";
import type { FormAction } from "#lib/platform/form-state.ts";
import { GroundChoice } from "./EntryDialogs.tsx";
import { keysOf, marksOfPad, padAfter, padOf, undecided } from "./pad.ts";
import { PaperPad } from "./PaperPad.tsx";
import { WriteIn } from "./WriteIn.tsx";

type SettleFormProps = {
  readonly action: FormAction;
  readonly bundleId: string;
  readonly voteId: string;
  readonly paper: number;
  readonly form: BallotForm;
  readonly first: PaperMarks;
  readonly second: PaperMarks;
  readonly words: Readonly<Record<string, string>>;
};

/** Settles one paper from the paper itself: as the first entry has it, as the second, or as keyed here. */
export function SettleForm({ action, bundleId, voteId, paper, form, first, second, ...props }: SettleFormProps) {
  const t = useTranslations("count.settle");
  const entry = useTranslations("count.entry");
  const [pad, dispatch] = useReducer(padAfter, undefined, () => padOf(form, undefined));
  const [words, setWords] = useState(props.words);
  const [choosing, setChoosing] = useState(false);
  const [writing, setWriting] = useState<number | null>(null);
  const keys = useMemo(() => keysOf(form).map((one) => ({ ...one, key: "" })), [form]);
  const hidden = { bundleId, paper: String(paper), "marks.first": JSON.stringify(first), "marks.second": JSON.stringify(second), "marks.other": undecided(pad) === null ? JSON.stringify(marksOfPad(form, pad)) : "" };
  const written = (contest: number, name: { readonly id: string; readonly text: string }) => {
    setWords((known) => ({ ...known, [name.id]: name.text }));
    dispatch({ kind: "written", contest, nameId: name.id });
    setWriting(null);
  };
  return (
    <>
      <CommandForm action={action} submitLabel={t("submit")} hidden={hidden}>
        <RadioField name="choice" errorsOf="marks" label={t("choice")} choices={[{ value: "first", label: t("asFirst") }, { value: "second", label: t("asSecond") }, { value: "other", label: t("other"), hint: t("otherHint") }]} />
        <Details summary={t("otherPad")}>
          <PaperPad form={form} pad={pad} keys={keys} words={words} dispatch={dispatch} openWrite={setWriting} />
          <Button type="button" look="secondary" small onClick={() => setChoosing(true)}>
            {entry("invalidWhole")}
          </Button>
        </Details>
        <TextAreaField name="reason" label={t("reason")} hint={t("reasonHint")} rows={2} />
      </CommandForm>
      {choosing ? <GroundChoice choose={(ground) => { dispatch({ kind: "invalid", ground }); setChoosing(false); }} close={() => setChoosing(false)} /> : null}
      {writing === null ? null : <WriteIn voteId={voteId} office={form[writing]?.office ?? "member"} close={() => setWriting(null)} chosen={(name) => written(writing, name)} />}
    </>
  );
}
