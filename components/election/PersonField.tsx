"use client";

import { useEffect, useId, useRef, useState } from "react";
import { z } from "zod";
import { FieldFrame, type FieldProps } from "#components/form/Field.tsx";
import { describedBy, useField } from "#components/form/form-context.ts";

const answer = z.object({ people: z.array(z.string()) });

/** Suggestions for what was typed; an empty list when none came. */
async function suggestions(electionId: string, typed: string, signal: AbortSignal): Promise<readonly string[]> {
  const response = await fetch(`/api/elections/${electionId}/people?q=${encodeURIComponent(typed)}`, { signal });
  const parsed = answer.safeParse(await response.json());
  return response.ok && parsed.success ? parsed.data.people : [];
}

type PersonFieldProps = FieldProps & { readonly electionId: string; readonly defaultValue?: string };

/**
 * A person of the published list, by name, pinyin or initials. Suggestions tell namesakes apart by group, sex and birth
 * year; without scripts the same words can be typed, and an answer that fits several people names them.
 */
export function PersonField({ electionId, defaultValue, ...props }: PersonFieldProps) {
  const share = useField(props.name);
  const listId = useId();
  const [people, setPeople] = useState<readonly string[]>([]);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; abort: AbortController } | null>(null);
  const stop = () => {
    if (waiting.current === null) return;
    clearTimeout(waiting.current.timer);
    waiting.current.abort.abort();
  };
  useEffect(() => stop, []);
  const look = (typed: string) => {
    stop();
    if (typed.trim() === "" || typed.includes("（")) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      suggestions(electionId, typed, abort.signal).then(setPeople, () => undefined);
    }, 200);
    waiting.current = { timer, abort };
  };
  return (
    <FieldFrame share={share} label={props.label} optional={props.optional ?? false} hint={props.hint}>
      <input
        id={share.id}
        name={props.name}
        list={listId}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        defaultValue={share.kept ?? defaultValue ?? ""}
        className="input input-medium"
        aria-invalid={share.errors.length > 0 ? true : undefined}
        aria-describedby={describedBy(share, Boolean(props.hint))}
        aria-required={props.optional ? undefined : true}
        onInput={(event) => look(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {people.map((label) => (
          <option key={label} value={label} />
        ))}
      </datalist>
    </FieldFrame>
  );
}
