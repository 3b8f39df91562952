"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Tag } from "#components/ui/Tag.tsx";
import { citationWords } from "#lib/i18n/citation.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import type { KnownPeople } from "#lib/meeting/rules.ts";
import { helpLines, type HelpLaw, type HelpLine, type Typed } from "./helper.ts";

type HelperProps = {
  readonly law: HelpLaw;
  /** What to speak of: who must come, or how many must agree; each stands beside its own fields. */
  readonly about: HelpLine["about"];
  readonly known?: KnownPeople | null;
};

const typedIn = (form: HTMLFormElement): Typed => new Map([...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])));

/** Puts the roll's number into an empty field, or over the one that stood there from the roll. */
function offer(form: HTMLFormElement, name: string, people: number | undefined): void {
  const input = form.elements.namedItem(name);
  if (!(input instanceof HTMLInputElement) || people === undefined || people === 0) return;
  if (input.value !== "" && input.value !== input.dataset["offered"]) return;
  input.value = String(people);
  input.dataset["offered"] = input.value;
}

function offerKnown(form: HTMLFormElement, known: KnownPeople): void {
  const typed = typedIn(form);
  const basis = typed.get("basis");
  if (basis !== "persons" && basis !== "households") return;
  const part = basis === "persons" ? "adults" : "households";
  if (typed.get("kind") === "assembly") offer(form, "entitled", known[part]);
  if (typed.get("kind") !== "groups") return;
  for (const [name, value] of typed) {
    const row = /^groups\[(\d+)\]\.groupNumber$/.exec(name)?.[1];
    if (row !== undefined) offer(form, `groups[${row}].entitled`, known.groups.find((group) => String(group.groupNumber) === value)?.[part]);
  }
}

/** Says while somebody types how many must come and agree, from the same numbers of the law that decide afterwards. */
export function MeetingHelper({ law, about, known = null }: HelperProps) {
  const t = useTranslations("meeting.help");
  const locale = localeOf(useLocale());
  const place = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<readonly HelpLine[]>([]);
  useEffect(() => {
    const form = place.current?.closest("form") ?? null;
    if (form === null) return undefined;
    const read = (event?: Event): void => {
      const target = event?.target;
      if (known !== null && target instanceof HTMLInputElement && (target.name === "basis" || target.name === "kind")) offerKnown(form, known);
      setLines(helpLines(typedIn(form), law).filter((line) => line.about === about));
    };
    read();
    form.addEventListener("input", read);
    form.addEventListener("change", read);
    return () => {
      form.removeEventListener("input", read);
      form.removeEventListener("change", read);
    };
  }, [law, about, known]);
  return (
    <div ref={place} className="meeting-helper no-print" role="status">
      <p>
        <strong>{t("title")}</strong>
      </p>
      {lines.length === 0 ? <p className="muted">{t(`nothing.${about}`)}</p> : null}
      {lines.map((line) => (
        <p key={line.key}>
          {t(line.code, line.numbers)} {line.ok === null ? null : <Tag state={line.ok ? "done" : "late"}>{t(line.ok ? "enough" : "notEnough")}</Tag>} <span className="muted">{citationWords(line.citation, locale)}</span>
        </p>
      ))}
    </div>
  );
}
