"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { Button } from "#components/ui/Button.tsx";
import { MOST_NEWCOMERS, type Household } from "#lib/roll/houses/model.ts";
import { PersonCard } from "./PersonCard.tsx";
import { markedState, noMark, type HouseMark } from "./visit.ts";

type SheetProps = {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly house: Household;
  /** From 1. */
  readonly place: number;
  readonly total: number;
  readonly mark: HouseMark;
  readonly change: (mark: HouseMark) => void;
};

/** One household: its people, and how many live there who are on no register. */
export function HouseSheet({ heading, house, place, total, mark, change }: SheetProps) {
  const t = useTranslations("houses");
  const left = house.people.filter((person) => {
    const state = markedState(person, mark.people[person.id] ?? noMark);
    return state === "open" || state === "notReached";
  });
  const allSeen = (): void => change({ ...mark, people: { ...mark.people, ...Object.fromEntries(left.map((person) => [person.id, { ...(mark.people[person.id] ?? noMark), meeting: "seen" as const }])) } });
  const newcomers = (count: number): void => change({ ...mark, newcomers: Math.min(MOST_NEWCOMERS, Math.max(0, count)) });
  return (
    <section aria-labelledby="house-title">
      <h2 id="house-title" className="house-title" ref={heading} tabIndex={-1}>
        {t("house", { place, total })}
        <small>{house.number === null ? t("noNumber") : t("number", { number: house.number })}</small>
      </h2>
      {left.length > 1 ? (
        <Button type="button" look="secondary" onClick={allSeen}>
          {t("allSeen", { count: left.length })}
        </Button>
      ) : null}
      {house.people.map((person) => (
        <PersonCard key={person.id} person={person} mark={mark.people[person.id] ?? noMark} change={(own) => change({ ...mark, people: { ...mark.people, [person.id]: own } })} />
      ))}
      <div className="house-person" role="group" aria-labelledby="newcomers">
        <h3 id="newcomers">{t("newcomers.title")}</h3>
        <p className="muted">{t("newcomers.hint")}</p>
        {house.newcomers === 0 ? null : <p>{t("newcomers.known", { count: house.newcomers })}</p>}
        <div className="house-stepper">
          <Button type="button" look="secondary" aria-label={t("newcomers.less")} onClick={() => newcomers(mark.newcomers - 1)}>
            −
          </Button>
          <output className="num">{t("newcomers.count", { count: mark.newcomers })}</output>
          <Button type="button" look="secondary" aria-label={t("newcomers.more")} onClick={() => newcomers(mark.newcomers + 1)}>
            ＋
          </Button>
        </div>
      </div>
    </section>
  );
}
