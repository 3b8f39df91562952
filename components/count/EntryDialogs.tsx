"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Button } from "#components/ui/Button.tsx";
import { invalidGrounds, type InvalidGround } from "#lib/count/model.ts";

type DialogProps = { readonly title: string; readonly close: () => void; readonly onKey?: (event: KeyboardEvent) => void; readonly children: ReactNode };

/** A small window over the sheet; Escape closes it and the sheet has the keyboard again. */
export function EntryDialog({ title, close, onKey, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const ownKey = (event: KeyboardEvent) => {
    // A key pressed here is not one of the sheet's, even if the window is gone by the time the event gets there.
    event.stopPropagation();
    onKey?.(event);
  };
  return (
    <dialog ref={dialog} className="entry-dialog" aria-label={title} onClose={close} onKeyDown={ownKey}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}

/** Why a paper is invalid as a whole: one key a ground. */
export function GroundChoice({ choose, close }: { readonly choose: (ground: InvalidGround) => void; readonly close: () => void }) {
  const t = useTranslations("count.entry");
  const grounds = useTranslations("count.ground");
  const onKey = (event: KeyboardEvent) => {
    const ground = invalidGrounds[Number(event.key.normalize("NFKC")) - 1];
    if (ground !== undefined) choose(ground);
  };
  return (
    <EntryDialog title={t("whyInvalid")} close={close} onKey={onKey}>
      <div className="entry-keys">
        {invalidGrounds.map((ground, place) => (
          <Button key={ground} type="button" look="secondary" onClick={() => choose(ground)}>
            <kbd>{place + 1}</kbd> {grounds(ground)}
          </Button>
        ))}
      </div>
      <p className="why">{t("escape")}</p>
    </EntryDialog>
  );
}

/** Goes to a paper by its number in the bundle. */
export function JumpField({ size, go, close }: { readonly size: number; readonly go: (paper: number) => void; readonly close: () => void }) {
  const t = useTranslations("count.entry");
  const [typed, setTyped] = useState("");
  const number = Number(typed.normalize("NFKC"));
  const sound = /^\d{1,3}$/.test(typed.normalize("NFKC")) && number >= 1 && number <= size;
  return (
    <EntryDialog title={t("jumpTitle")} close={close}>
      <form
        className="entry-jump"
        onSubmit={(event) => {
          event.preventDefault();
          if (sound) go(number);
        }}
      >
        <label htmlFor="entry-jump">{t("jumpLabel", { size })}</label>
        <input id="entry-jump" className="input input-digits" inputMode="numeric" autoFocus autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
        <Button small disabled={!sound}>{t("jumpGo")}</Button>
      </form>
    </EntryDialog>
  );
}
