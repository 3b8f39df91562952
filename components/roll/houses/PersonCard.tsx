"use client";

import { useTranslations } from "next-intl";
import { Details } from "#components/ui/Details.tsx";
import { Tag, type TagState } from "#components/ui/Tag.tsx";
import { PERSON_REPORTS, type HousePerson, type PersonState } from "#lib/roll/houses/model.ts";
import { isAway, markedState, mayState, MEETINGS, type PersonMark } from "./visit.ts";

const stateTag: Readonly<Record<PersonState, TagState>> = { reported: "due", seen: "done", heard: "done", notReached: "due", open: "now", notDue: "plain" };

type CardProps = { readonly person: HousePerson; readonly mark: PersonMark; readonly change: (mark: PersonMark) => void };

/** One person of a household: met or not, lives here or away, takes part, and what the desk has to hear of. */
export function PersonCard({ person, mark, change }: CardProps) {
  const t = useTranslations("houses");
  const sexes = useTranslations("roll.sex");
  const exclusions = useTranslations("roll.exclusion");
  const state = markedState(person, mark);
  const sought = state !== "notDue" || person.exclusion === "unreachable";
  const away = isAway(person, mark);
  return (
    <section className="house-person" aria-labelledby={`person-${person.id}`}>
      <div className="house-person-head">
        <h3 id={`person-${person.id}`}>{person.name}</h3>
        <Tag state={stateTag[state]}>{t(`state.${state}`)}</Tag>
      </div>
      <p className="muted">
        {t("person.facts", { sex: sexes(person.sex), year: person.birthYear, relation: person.relation === null ? "" : t("person.relation", { relation: person.relation }) })}
        {person.last === null ? null : t("person.last", { day: person.last.day, name: person.last.byName })}
      </p>
      {state === "notDue" && person.exclusion !== null ? <p className="muted">{t("person.excludedAs", { kind: exclusions(person.exclusion) })}</p> : null}
      {sought ? (
        <>
          <Choices label={t("person.contact", { name: person.name })}>
            {MEETINGS.map((meeting) => (
              <Choice key={meeting} on={mark.meeting === meeting} press={() => change({ ...mark, meeting: mark.meeting === meeting ? null : meeting })}>
                {t(`meeting.${meeting}`)}
              </Choice>
            ))}
          </Choices>
          {person.category === 3 ? null : (
            <Choices label={t("person.residence", { name: person.name })}>
              <Choice on={!away} press={() => change({ ...mark, livesHere: true })}>{t("person.here")}</Choice>
              <Choice on={away} press={() => change({ ...mark, livesHere: false })}>{t("person.away")}</Choice>
            </Choices>
          )}
          {mayState(person, mark) ? (
            <Choices label={t("person.statement", { name: person.name })}>
              <Choice on={mark.takesPart === true} press={() => change({ ...mark, takesPart: mark.takesPart === true ? null : true })}>{t("person.takesPart")}</Choice>
              <Choice on={mark.takesPart === false} press={() => change({ ...mark, takesPart: mark.takesPart === false ? null : false })}>{t("person.declines")}</Choice>
            </Choices>
          ) : away ? (
            <p className="muted">{person.takesPart === null ? t("person.askHimself") : t(person.takesPart ? "person.saidYes" : "person.saidNo")}</p>
          ) : null}
        </>
      ) : null}
      <Details summary={t("person.changed")} open={mark.reports.length > 0}>
        <Choices label={t("person.reports", { name: person.name })}>
          {PERSON_REPORTS.map((kind) => (
            <Choice key={kind} on={mark.reports.includes(kind)} press={() => change({ ...mark, reports: mark.reports.includes(kind) ? mark.reports.filter((one) => one !== kind) : [kind] })}>
              {t(`reportKind.${kind}`)}
            </Choice>
          ))}
        </Choices>
        <p className="muted">{t("person.reportsHint")}</p>
      </Details>
    </section>
  );
}

function Choices({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div role="group" aria-label={label} className="house-choices">
      {children}
    </div>
  );
}

/** A large button that stays pressed; pressed shows by a mark and the frame, not by colour alone. */
function Choice({ on, press, children }: { readonly on: boolean; readonly press: () => void; readonly children: React.ReactNode }) {
  return (
    <button type="button" aria-pressed={on} className="house-choice" onClick={press}>
      {on ? <span aria-hidden="true">✓ </span> : null}
      {children}
    </button>
  );
}
