"use client";

import { useEffect, useRef } from "react";
import type { Overlay } from "./EntryDesk.tsx";
import type { KeyedCandidate, Pad, PadAction } from "./pad.ts";

type EntryKeys = {
  readonly keys: readonly KeyedCandidate[];
  readonly pad: Pad;
  readonly overlay: Overlay;
  /** Papers wait for the server: every key of ours is swallowed. */
  readonly locked: boolean;
  readonly entering: boolean;
  readonly dispatch: (action: PadAction) => void;
  readonly keepPaper: () => void;
  readonly setOverlay: (overlay: Overlay) => void;
};

/** A key that belongs to whatever has the focus: text being typed, a button or link being pressed. */
function belongsToControl(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.matches("input:not([type=checkbox]), textarea, select, [contenteditable=true]")) return true;
  return (event.key === "Enter" || event.key === " ") && target.matches("button, a, summary");
}

/** The whole keyboard of the entry. Keys typed into an input method (isComposing) are never ours. */
export function useEntryKeys(given: EntryKeys): void {
  const now = useRef(given);
  useEffect(() => {
    now.current = given;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { overlay } = now.current;
      if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey || overlay !== "none" || belongsToControl(event)) return;
      if (now.current.locked ? event.key.length === 1 || event.key === "Enter" || event.key === "Backspace" : press(event.key, event.repeat, now.current)) event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

/** Does what a key means; false when it means nothing here. */
function press(key: string, repeat: boolean, { keys, pad, entering, dispatch, keepPaper, setOverlay }: EntryKeys): boolean {
  if (key === "Enter") {
    if (!repeat) keepPaper();
    return true;
  }
  const letter = key.normalize("NFKC").toUpperCase();
  if (letter === "G") {
    setOverlay("jump");
    return true;
  }
  if (!entering) return false;
  const candidate = keys.find((one) => one.key === letter && one.key !== "");
  if (candidate !== undefined) {
    if (!repeat) dispatch({ kind: "candidate", contest: candidate.contest, candidateId: candidate.candidateId });
    return true;
  }
  switch (key === "Backspace" || key.startsWith("Arrow") ? key : letter) {
    case "B":
      dispatch({ kind: "blank", contest: pad.active });
      return true;
    case "U":
      dispatch({ kind: "unreadable", contest: pad.active });
      return true;
    case "W":
      setOverlay("write");
      return true;
    case "X":
      if (pad.ground === null) setOverlay("ground");
      else dispatch({ kind: "invalid", ground: null });
      return true;
    case "Backspace":
      dispatch({ kind: "undo" });
      return true;
    case "ArrowDown":
    case "ArrowRight":
      dispatch({ kind: "move", by: 1 });
      return true;
    case "ArrowUp":
    case "ArrowLeft":
      dispatch({ kind: "move", by: -1 });
      return true;
    default:
      return false;
  }
}
