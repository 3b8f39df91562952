"use client";

import { useTranslations } from "next-intl";
import { PersonName } from "#components/ui/PersonName.tsx";
import type { BallotForm, FormContest } from "#lib/count/model.ts";
import { OfficeWords } from "./OfficeWords.tsx";
import { marksIn, type KeyedCandidate, type Pad, type PadAction, type PadBlock } from "./pad.ts";

type PaperPadProps = {
  readonly form: BallotForm;
  readonly pad: Pad;
  readonly keys: readonly KeyedCandidate[];
  readonly words: Readonly<Record<string, string>>;
  readonly dispatch: (action: PadAction) => void;
  readonly openWrite: (contest: number) => void;
};

/** The sheet as it is keyed: one block an office, real checkboxes for mouse, touch and screen readers. */
export function PaperPad({ form, pad, keys, words, dispatch, openWrite }: PaperPadProps) {
  const t = useTranslations("count.entry");
  const grounds = useTranslations("count.ground");
  return (
    <>
      {pad.ground === null ? null : (
        <p className="pad-invalid" role="status">
          <strong>{t("paperInvalid", { ground: grounds(pad.ground) })}</strong>
          <button type="button" className="pad-link" onClick={() => dispatch({ kind: "invalid", ground: null })}>
            {t("notInvalid")}
          </button>
        </p>
      )}
      {form.map((contest, index) => (
        <ContestBlock
          key={contest.contest} contest={contest} block={pad.blocks[index] ?? null} active={pad.active === index && pad.ground === null} void={pad.ground !== null}
          keys={keys.filter((one) => one.contest === index)} words={words} index={index} dispatch={dispatch} openWrite={() => openWrite(index)}
        />
      ))}
    </>
  );
}

type ContestBlockProps = {
  readonly contest: FormContest;
  readonly index: number;
  readonly block: PadBlock;
  readonly active: boolean;
  readonly void: boolean;
  readonly keys: readonly KeyedCandidate[];
  readonly words: Readonly<Record<string, string>>;
  readonly dispatch: (action: PadAction) => void;
  readonly openWrite: () => void;
};

function ContestBlock({ contest, index, block, active, keys, words, dispatch, openWrite, ...props }: ContestBlockProps) {
  const t = useTranslations("count.entry");
  const marked = block?.kind === "marked" ? block : null;
  const count = marksIn(block);
  const activate = () => dispatch({ kind: "activate", contest: index });
  return (
    <fieldset className={`pad-block${active ? " pad-active" : ""}${props.void ? " pad-void" : ""}`} onFocus={activate} aria-current={active ? "true" : undefined}>
      <legend className="sr-only">
        <OfficeWords office={contest.office} only={contest.only} /> {t("seats", { seats: contest.seats })}
      </legend>
      <div className="pad-head">
        <strong aria-hidden="true">
          <OfficeWords office={contest.office} only={contest.only} />
        </strong>
        <span aria-hidden="true">{t("seats", { seats: contest.seats })}</span>
        <span className={`pad-state${count > contest.seats ? " pad-over" : ""}`} role="status">
          {stateWords(t, block, count, contest.seats)}
        </span>
      </div>
      {contest.candidates.map((candidate) => {
        const on = marked?.candidates.includes(candidate.id) ?? false;
        return (
          <label key={candidate.id} className={`pad-row${on ? " pad-on" : ""}`}>
            <kbd aria-hidden="true">{keys.find((one) => one.candidateId === candidate.id)?.key}</kbd>
            <span className="pad-name">
              <PersonName name={candidate.name} />
            </span>
            <input type="checkbox" className="pad-box" checked={on} onChange={() => dispatch({ kind: "candidate", contest: index, candidateId: candidate.id })} />
            <span className="pad-mark" aria-hidden="true">
              {on ? "〇" : ""}
            </span>
          </label>
        );
      })}
      {marked?.written.map((nameId) => (
        <label key={nameId} className="pad-row pad-on">
          <kbd aria-hidden="true">W</kbd>
          <span className="pad-name">
            {words[nameId] ?? ""} <small>{t("writtenIn")}</small>
          </span>
          <input type="checkbox" className="pad-box" checked onChange={() => dispatch({ kind: "written", contest: index, nameId })} />
          <span className="pad-mark" aria-hidden="true">
            〇
          </span>
        </label>
      ))}
      <div className="pad-tools">
        <button type="button" className="pad-link" onClick={openWrite}>
          <kbd>W</kbd> {t("write")}
        </button>
        <button type="button" className="pad-link" aria-pressed={block?.kind === "blank"} onClick={() => dispatch({ kind: "blank", contest: index })}>
          <kbd>B</kbd> {t("blank")}
        </button>
        <button type="button" className="pad-link" aria-pressed={block?.kind === "unreadable"} onClick={() => dispatch({ kind: "unreadable", contest: index })}>
          <kbd>U</kbd> {t("unreadable")}
        </button>
      </div>
    </fieldset>
  );
}

type EntryWords = ReturnType<typeof useTranslations<"count.entry">>;

/** The block's state in words: how many marks, how many more, too many, blank, unreadable. */
function stateWords(t: EntryWords, block: PadBlock, count: number, seats: number): string {
  if (block === null) return t("nothingYet");
  if (block.kind === "blank") return t("isBlank");
  if (block.kind === "unreadable") return t("isUnreadable");
  if (count > seats) return t("tooMany", { count, seats });
  return count === seats ? t("marked", { count }) : t("markedLeft", { count, left: seats - count });
}
