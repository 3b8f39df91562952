"use client";

import "./count.css";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { send } from "#components/form/send-json.ts";
import { Button } from "#components/ui/Button.tsx";
import { PageTitle } from "#components/ui/PageTitle.tsx";
import { paperNumber, type BallotForm, type PaperMarks } from "#lib/count/model.ts";
import { EntrySide } from "./EntrySide.tsx";
import { GroundChoice, JumpField } from "./EntryDialogs.tsx";
import { keysOf, marksOfPad, nextPaper, padAfter, padOf, undecided } from "./pad.ts";
import { PaperPad } from "./PaperPad.tsx";
import { SavedWords } from "./SavedWords.tsx";
import { useEntryKeys } from "./use-entry-keys.ts";
import { useSaver, type Saving } from "./use-saver.ts";
import { WriteIn } from "./WriteIn.tsx";

export type EntryDeskProps = {
  readonly bundle: { readonly id: string; readonly number: number; readonly size: number };
  readonly voteId: string;
  readonly pass: 1 | 2;
  readonly teller: string;
  readonly form: BallotForm;
  /** Papers of this entry kept so far. */
  readonly kept: readonly (readonly [number, PaperMarks])[];
  /** Words of the written-in names known so far. */
  readonly words: Readonly<Record<string, string>>;
  /** Where to go when the bundle is done. */
  readonly doneHref: string;
};

/** What stands open over the paper: a ground for an invalid paper, a written-in name, the number of a paper to go to. */
export type Overlay = "none" | "ground" | "write" | "jump";

/** Papers that may wait for an answer before the sheet is locked: no key is taken that could fall on the wrong paper. */
const mostWaiting = 8;
const isLocked = (saving: Saving): boolean => saving.kind === "refused" || ((saving.kind === "sending" || saving.kind === "retrying") && saving.waiting >= mostWaiting);

/** The entry of one bundle, paper by paper, by keyboard alone. */
export function EntryDesk(props: EntryDeskProps) {
  const { bundle, form, pass } = props;
  const t = useTranslations("count.entry");
  const initial = useMemo(() => new Map(props.kept), [props.kept]);
  const saver = useSaver(bundle.id, pass, initial);
  const [paper, setPaper] = useState<number | null>(() => nextPaper(bundle.size, new Set(initial.keys()), bundle.size));
  const [pad, dispatch] = useReducer(padAfter, undefined, () => padOf(form, undefined));
  const [words, setWords] = useState(props.words);
  const [overlay, setOverlay] = useState<Overlay>("none");
  const [told, setTold] = useState("");
  const [warned, setWarned] = useState(false);
  const [finishing, setFinishing] = useState(false);
  const finish = useFinish(bundle.id, pass, props.doneHref);
  const keys = useMemo(() => keysOf(form), [form]);

  const show = useCallback((number: number | null, marks?: PaperMarks) => {
    setPaper(number);
    setWarned(false);
    dispatch({ kind: "show", pad: padOf(form, marks) });
  }, [form]);
  const locked = paper !== null && isLocked(saver.saving);
  const keepPaper = () => {
    if (locked) return;
    if (paper === null) {
      setFinishing(true);
      return;
    }
    const open = undecided(pad);
    if (open !== null && !warned) {
      setWarned(true);
      dispatch({ kind: "activate", contest: open });
      setTold(t("undecided"));
      return;
    }
    const marks = marksOfPad(form, pad);
    saver.save(paper, marks);
    setTold("");
    show(nextPaper(bundle.size, new Set([...saver.given(), paper]), paper));
  };
  // Enter on a finished bundle waits for the last papers to be kept.
  useEffect(() => {
    if (!finishing || paper !== null || saver.saving.kind !== "idle") return;
    setFinishing(false);
    finish.run();
  }, [finishing, paper, saver.saving.kind, finish]);
  const jump = (number: number) => {
    setOverlay("none");
    show(number, saver.kept.get(number));
    setTold(t("jumped", { paper: paperNumber(bundle.number, number) }));
  };
  useEntryKeys({ keys, pad, overlay, locked, entering: paper !== null, dispatch: (action) => { setWarned(false); dispatch(action); }, keepPaper, setOverlay });

  return (
    <div className="entry">
      <header className="entry-head">
        <PageTitle of={t("title", { bundle: String(bundle.number).padStart(2, "0") })} />
        <h1>{t("title", { bundle: String(bundle.number).padStart(2, "0") })}</h1>
        <p>{t(pass === 1 ? "first" : "second")}</p>
        <p>{t("teller", { name: props.teller })}</p>
        <SavedWords saving={saver.saving} kept={saver.kept} retry={saver.retry} />
      </header>
      <div className="entry-grid">
        <div>
          {paper === null ? (
            <section className="entry-done">
              <h2>{t("allKept", { size: bundle.size })}</h2>
              <p>{t("allKeptExplain")}</p>
              {finish.message === null ? null : <p role="alert" className="entry-error">{finish.message}</p>}
              <Button type="button" onClick={() => setFinishing(true)} disabled={finish.pending || finishing}>
                {finish.pending || finishing ? t("finishing") : t(pass === 1 ? "finishFirst" : "finishSecond")} <kbd>Enter</kbd>
              </Button>
            </section>
          ) : locked ? (
            <section className="entry-locked" role="alert">
              <h2>{t("locked")}</h2>
              <p>{t("waitForSaving")}</p>
            </section>
          ) : (
            <PaperPad form={form} pad={pad} keys={keys} words={words} dispatch={(action) => { setWarned(false); dispatch(action); }} openWrite={(contest) => { dispatch({ kind: "activate", contest }); setOverlay("write"); }} />
          )}
        </div>
        <EntrySide
          form={form} bundle={bundle} paper={paper} kept={saver.kept} told={told} pass={pass} locked={locked}
          onSave={keepPaper} onUndo={() => dispatch({ kind: "undo" })} onInvalid={() => setOverlay("ground")} onJump={() => setOverlay("jump")} jumpTo={jump}
        />
      </div>
      {overlay === "ground" ? <GroundChoice choose={(ground) => { dispatch({ kind: "invalid", ground }); setOverlay("none"); }} close={() => setOverlay("none")} /> : null}
      {overlay === "jump" ? <JumpField size={bundle.size} go={jump} close={() => setOverlay("none")} /> : null}
      {overlay === "write" ? (
        <WriteIn
          voteId={props.voteId} office={form[pad.active]?.office ?? "member"} close={() => setOverlay("none")}
          chosen={(name) => { setWords((known) => ({ ...known, [name.id]: name.text })); dispatch({ kind: "written", contest: pad.active, nameId: name.id }); setOverlay("none"); }}
        />
      ) : null}
    </div>
  );
}

/** Closes the entry once and goes back to the list. */
function useFinish(bundleId: string, pass: 1 | 2, href: string) {
  const router = useRouter();
  const t = useTranslations("count.entry");
  const [state, setState] = useState<{ readonly pending: boolean; readonly message: string | null }>({ pending: false, message: null });
  const run = () => {
    if (state.pending) return;
    setState({ pending: true, message: null });
    void send("POST", `/api/count/bundles/${bundleId}/finish`, { pass }).then((answer) => {
      if (answer.kind === "ok") router.push(href);
      else setState({ pending: false, message: answer.kind === "refused" ? answer.message : t("unreached") });
    });
  };
  return { ...state, run };
}
