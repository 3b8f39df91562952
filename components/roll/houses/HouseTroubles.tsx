"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/Button.tsx";
import type { HousePerson, Household } from "#lib/roll/houses/model.ts";
import type { Outbox, Trouble } from "./outbox.ts";
import { meetingOf } from "./visit.ts";

type TroublesProps = {
  readonly outbox: Outbox | null;
  readonly troubles: readonly Trouble[];
  readonly houses: readonly Household[];
  readonly refresh: () => void;
};

/** What somebody changed meanwhile, or what the list no longer takes: what the roll says, what was heard at the door, and a choice. */
export function HouseTroubles({ outbox, troubles, houses, refresh }: TroublesProps) {
  const t = useTranslations("houses.trouble");
  const words = useTroubleWords();
  if (troubles.length === 0) return null;
  const people = new Map(houses.flatMap((house) => house.people.map((person) => [person.id, person] as const)));
  return (
    <section className="notice edge-due" aria-labelledby="house-troubles">
      <h2 className="notice-title" id="house-troubles">
        {t("title", { count: troubles.length })}
      </h2>
      <ul className="list-plain">
        {troubles.map((trouble) => {
          const person = people.get(trouble.item.entryId);
          return (
            <li key={trouble.item.requestId} className="house-trouble">
              <p>
                <strong>{person?.name ?? t("elsewhere", { group: trouble.group })}</strong> {t(trouble.state)}
              </p>
              {trouble.state === "stale" ? (
                <>
                  {person === undefined ? null : <p>{t("now", { words: words.now(person) })}</p>}
                  <p>{t("mine", { words: words.mine(trouble) })}</p>
                </>
              ) : null}
              <div className="btn-row">
                {trouble.state === "stale" ? (
                  <Button type="button" small look="secondary" onClick={() => { outbox?.insist(trouble); refresh(); }}>
                    {t("insist")}
                    <span className="sr-only">{person?.name}</span>
                  </Button>
                ) : null}
                <Button type="button" small look="secondary" onClick={() => { outbox?.yield(trouble); refresh(); }}>
                  {t(trouble.state === "stale" ? "yield" : "understood")}
                  <span className="sr-only">{person?.name}</span>
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the roll says of a person and what was entered at the door, in a few words. */
function useTroubleWords() {
  const t = useTranslations("houses");
  const where = (livesHere: boolean): string => t(livesHere ? "person.here" : "person.away");
  const stated = (takesPart: boolean): string => t(takesPart ? "person.takesPart" : "person.declines");
  return {
    now: (person: HousePerson): string => [where(person.livesHere), ...(person.takesPart === null ? [] : [stated(person.takesPart)]), ...(person.exclusion === null ? [] : [t("person.excluded")])].join(t("join")),
    mine: ({ item }: Trouble): string =>
      [
        ...(meetingOf(item) === null ? [] : [t(`meeting.${meetingOf(item)}`)]), ...(item.livesHere === null ? [] : [where(item.livesHere)]),
        ...(item.statement === "none" ? [] : [stated(item.statement === "takesPart")]), ...item.reports.map((kind) => t(`reportKind.${kind}`)),
      ].join(t("join")),
  };
}
