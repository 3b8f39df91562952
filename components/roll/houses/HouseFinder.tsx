"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Details } from "#components/ui/Details.tsx";
import type { Household } from "#lib/roll/houses/model.ts";
import { housesMatching } from "#lib/roll/houses/rules.ts";

/** Most households shown for one question. */
const most = 20;

/** Finds a household of the group by a person's name or by its number, without a connection. */
export function HouseFinder({ houses, go }: { readonly houses: readonly Household[]; readonly go: (id: string) => void }) {
  const t = useTranslations("houses.find");
  const [typed, setTyped] = useState("");
  const found = housesMatching(houses, typed);
  return (
    <Details summary={t("title")}>
      <label className="field-label" htmlFor="house-find">
        {t("label")}
      </label>
      <input id="house-find" className="input input-full" type="search" autoComplete="off" maxLength={50} value={typed} onChange={(event) => setTyped(event.target.value)} />
      <p role="status" className="muted">{typed.trim() === "" ? t("hint") : t("count", { count: found.length })}</p>
      <ul className="list-plain">
        {found.slice(0, most).map((house) => (
          <li key={house.id}>
            <button type="button" className="house-choice" onClick={() => { setTyped(""); go(house.id); }}>
              {house.number === null ? t("plain", { names: namesOf(house) }) : t("numbered", { number: house.number, names: namesOf(house) })}
            </button>
          </li>
        ))}
      </ul>
    </Details>
  );
}

const namesOf = (house: Household): string => house.people.map((person) => person.name).join("、");
