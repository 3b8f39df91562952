"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from "react";
import { z } from "zod";
import { send } from "#components/form/send-json.ts";
import { EntryDialog } from "./EntryDialogs.tsx";
import { OfficeWords } from "./OfficeWords.tsx";

const peopleSchema = z.object({ people: z.array(z.object({ id: z.string(), label: z.string() })) });
const nameSchema = z.object({ id: z.string(), text: z.string() });
type Found = { readonly id: string; readonly label: string };

type WriteInProps = {
  readonly voteId: string;
  readonly office: string;
  readonly chosen: (name: { readonly id: string; readonly text: string }) => void;
  readonly close: () => void;
};

/** People of the roll for the question that was asked last; `question` tells whether it is the one typed now. */
function useRollSearch(voteId: string, typed: string): { readonly question: string; readonly people: readonly Found[] } {
  const [found, setFound] = useState<{ readonly question: string; readonly people: readonly Found[] }>({ question: "", people: [] });
  useEffect(() => {
    const question = typed.trim();
    const controller = new AbortController();
    const timer = setTimeout(() => {
      if (question === "") {
        setFound({ question, people: [] });
        return;
      }
      fetch(`/api/count/votes/${voteId}/people?q=${encodeURIComponent(question)}`, { signal: controller.signal })
        .then((response) => response.json())
        .then((answer: unknown) => setFound({ question, people: peopleSchema.parse(answer).people }))
        .catch(() => {
          if (!controller.signal.aborted) setFound({ question, people: [] });
        });
    }, 100);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [voteId, typed]);
  return found;
}

/** A written-in name: found on the roll by characters or pinyin initials, or kept as it stands on the paper. */
export function WriteIn({ voteId, office, chosen, close }: WriteInProps) {
  const t = useTranslations("count.write");
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [place, setPlace] = useState(0);
  // Enter pressed before the answer came: the choice waits for it, so that a quick hand never keeps a half-searched name.
  const [early, setEarly] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const found = useRollSearch(voteId, typed);
  const text = typed.trim();
  const searched = found.question === text;
  const options: readonly (Found & { readonly person: boolean })[] = [...found.people.map((one) => ({ ...one, person: true })), ...(text === "" ? [] : [{ id: "as-written", label: t("asWritten", { text }), person: false }])];
  const at = Math.min(place, Math.max(0, options.length - 1));

  const choose = (option: (Found & { readonly person: boolean }) | undefined) => {
    if (option === undefined) return;
    void send("POST", `/api/count/votes/${voteId}/names`, option.person ? { rollEntryId: option.id } : { text }).then((answer) => {
      const name = answer.kind === "ok" ? nameSchema.safeParse(answer.value) : null;
      if (name?.success) chosen(name.data);
      else setMessage(answer.kind === "refused" ? answer.message : t("unreached"));
    });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setPlace((at + (event.key === "ArrowDown" ? 1 : options.length - 1)) % Math.max(1, options.length));
    }
    if (event.key === "Enter") {
      event.preventDefault();
      if (searched) choose(options[at]);
      else setEarly(true);
    }
  };
  const chooseFound = useEffectEvent(() => {
    setEarly(false);
    choose(options[at]);
  });
  useEffect(() => {
    if (early && searched) chooseFound();
  }, [early, searched]);
  return (
    <EntryDialog title={t("title")} close={close}>
      <p className="why">
        <OfficeWords office={office} only={null} />：{t("explain")}
      </p>
      <input
        className="input input-full" autoFocus autoComplete="off" maxLength={50} role="combobox" aria-label={t("label")} aria-expanded={options.length > 0} aria-controls={listId}
        aria-activedescendant={options.length > 0 ? `${listId}-${at}` : undefined} value={typed} onKeyDown={onKey}
        onChange={(event) => { setTyped(event.target.value); setPlace(0); }}
      />
      <ul id={listId} role="listbox" aria-label={t("found")} className="write-list">
        {options.map((option, index) => (
          <li key={option.id} id={`${listId}-${index}`} role="option" aria-selected={index === at} className={index === at ? "write-on" : undefined} onClick={() => choose(option)}>
            {option.label}
          </li>
        ))}
      </ul>
      <p role="status" className="why">
        {message ?? (searched ? t("keys", { count: found.people.length }) : t("searching"))}
      </p>
    </EntryDialog>
  );
}
