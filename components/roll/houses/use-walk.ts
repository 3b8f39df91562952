"use client";

import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { newRequestId } from "#components/form/request-id.ts";
import { today } from "#lib/calendar/day.ts";
import type { Household, PersonState } from "#lib/roll/houses/model.ts";
import { nextOpenHouse, personState } from "#lib/roll/houses/rules.ts";
import type { Outbox, OutboxView } from "./outbox.ts";
import { afterItems, noHouseMark, visitOf, type HouseMark } from "./visit.ts";

/** Where the registrar stands in a group, and what he can do there. */
export type Walk = {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** The households as they stand with everything this phone has entered. */
  readonly houses: readonly Household[];
  readonly states: readonly (readonly PersonState[])[];
  /** Place of the household shown, from 0. */
  readonly at: number;
  readonly mark: HouseMark;
  readonly setMark: (mark: HouseMark) => void;
  readonly go: (place: number) => void;
  /** Keeps what was marked, if anything was; says whether. */
  readonly close: () => boolean;
};

/** The phone's clock moved by what it differs from the server's, milliseconds. */
const instantAt = (ahead: number): number => Date.now() + ahead;

/** Walks through the households of a group; the address remembers the one shown. Null: there is none. */
export function useWalk(loaded: readonly Household[], serverNow: number, outbox: Outbox | null, view: OutboxView): Walk | null {
  const heading = useRef<HTMLHeadingElement>(null);
  const ahead = useRef(0);
  useEffect(() => {
    ahead.current = serverNow - Date.now();
  }, [serverNow]);
  const houses = useMemo(() => {
    const items = [...view.taken, ...view.waiting.flatMap((visit) => visit.items)];
    return loaded.map((house) => ({ ...house, people: house.people.map((person) => afterItems(person, items)) }));
  }, [loaded, view.taken, view.waiting]);
  const states = useMemo(() => houses.map((house) => house.people.map(personState)), [houses]);
  const [at, setAt] = useStart(loaded, states);
  const house = houses[at];
  if (house === undefined) return null;
  const mark = view.marks.get(house.id) ?? noHouseMark;
  return {
    heading, houses, states, at, mark,
    setMark: (next) => outbox?.mark(house.id, next),
    go: (place) => {
      setAt(place);
      const id = houses[place]?.id;
      if (id !== undefined) window.history.replaceState(null, "", `#${id}`);
      heading.current?.focus();
      window.scrollTo({ top: 0 });
    },
    close: () => {
      const now = instantAt(ahead.current);
      const versionOf = (person: Household["people"][number]): number => Math.max(person.version, view.versions.get(person.id) ?? 0);
      const visit = visitOf(house, mark, { day: today(new Date(now)), at: now, newId: newRequestId, versionOf });
      if (visit !== null) outbox?.add(visit);
      outbox?.mark(house.id, noHouseMark);
      return visit !== null;
    },
  };
}

/** The household that the address names, else the first in which somebody is left; later answers do not move the reader. */
function useStart(houses: readonly Household[], states: readonly (readonly PersonState[])[]): readonly [number, (place: number) => void] {
  const [place, setPlace] = useState<number | null>(null);
  const [start, setStart] = useState(0);
  const first = useRef(states);
  useEffect(() => {
    const named = houses.findIndex((house) => `#${house.id}` === window.location.hash);
    setStart(named >= 0 ? named : (nextOpenHouse(first.current, -1) ?? 0));
  }, [houses]);
  return [place ?? start, setPlace];
}
