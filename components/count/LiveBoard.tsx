"use client";

import "./live.css";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PersonName } from "#components/ui/PersonName.tsx";
import { Progress } from "#components/ui/Progress.tsx";
import { Strokes } from "#components/ui/Strokes.tsx";
import type { LiveContest, LivePerson, LiveTally } from "#lib/count/live.ts";
import { formatNumber } from "#lib/i18n/format.ts";
import { localeOf } from "#lib/i18n/locale.ts";
import { OfficeWords } from "./OfficeWords.tsx";

type LiveBoardProps = { readonly initial: LiveTally; readonly look: "page" | "screen" };

/** The newest tally, and whether the line to the server stands. */
function useLive(initial: LiveTally): { readonly tally: LiveTally; readonly line: "open" | "lost" } {
  const [tally, setTally] = useState(initial);
  const [line, setLine] = useState<"open" | "lost">("open");
  useEffect(() => {
    if (initial.determined) return undefined;
    const source = new EventSource(`/api/elections/${initial.electionId}/live`);
    source.onmessage = (event: MessageEvent<string>) => {
      // Written by our own route from the same type.
      const next: LiveTally = JSON.parse(event.data);
      setTally(next);
      setLine("open");
    };
    source.onopen = () => setLine("open");
    source.onerror = () => setLine("lost");
    return () => source.close();
  }, [initial.determined, initial.electionId]);
  return { tally, line };
}

/** Candidates with their 正, votes, and how far the count and its checking are. */
export function LiveBoard({ initial, look }: LiveBoardProps) {
  const t = useTranslations("count.live");
  const locale = localeOf(useLocale());
  const { tally, line } = useLive(initial);
  const number = (value: number): string => formatNumber(value, locale);
  const checked = tally.verified === tally.done && tally.done >= tally.returned;
  return (
    <div className={`live live-${look}${tally.contests.length > 2 ? " live-many" : ""}`}>
      <div className="live-head" aria-live="off">
        <Progress label={t("done")} value={Math.min(tally.done, tally.returned)} max={tally.returned} words={t("doneWords", { done: tally.done, returned: tally.returned })} />
        <p className="live-state">
          <strong>{t(tally.determined ? "determined" : checked ? "allVerified" : "unverified")}</strong>
          {line === "lost" ? <span className="live-lost">{t("lost")}</span> : null}
        </p>
      </div>
      <div className="live-contests">
        {tally.contests.map((contest) => (
          <ContestBoard key={contest.contest} contest={contest} tally={tally} number={number} />
        ))}
      </div>
      <div className="live-foot">
        <p>
          {t("agree")} <b>{number(tally.verified)}</b>　{t("waiting")} <b>{number(tally.waiting)}</b>　{t("wholeInvalid")} <b>{number(tally.wholeInvalid)}</b>
        </p>
        {tally.staff.length === 0 ? null : <p>{tally.staff.map((one) => t("staff", { role: t(`role.${one.role}`), names: one.names.join(" ") })).join("　")}</p>}
      </div>
    </div>
  );
}

function ContestBoard({ contest, tally, number }: { readonly contest: LiveContest; readonly tally: LiveTally; readonly number: (value: number) => string }) {
  const t = useTranslations("count.live");
  return (
    <section className="live-contest">
      <h2>
        <OfficeWords office={contest.office} only={contest.only} />
        <small>{t(`seats.${tally.needs}`, { seats: contest.seats, needed: tally.needed ?? 0 })}</small>
      </h2>
      <ul>
        {contest.people.map((person) => (
          <PersonBoard key={person.key} person={person} passed={person.kind !== "others" && tally.needed !== null && person.votes >= tally.needed} needs={tally.needs} number={number} />
        ))}
      </ul>
      <p className="live-rest">{t("rest", { abstain: contest.abstain, invalid: contest.invalid })}</p>
    </section>
  );
}

type PersonBoardProps = { readonly person: LivePerson; readonly passed: boolean; readonly needs: LiveTally["needs"]; readonly number: (value: number) => string };

function PersonBoard({ person, passed, needs, number }: PersonBoardProps) {
  const t = useTranslations("count.live");
  return (
    <li className="live-row">
      <span className="live-name">
        {person.kind === "others" ? t("others") : <PersonName name={person.name} />}
        {person.kind === "writtenIn" ? <small>{t("writtenIn")}</small> : null}
      </span>
      <span className="live-strokes">
        <Strokes votes={person.votes} collapse />
      </span>
      <span className={`live-votes${passed ? " live-passed" : ""}`}>
        {number(person.votes)}
        <small>{passed ? t(needs === "third" ? "passedThird" : "passed") : ""}</small>
      </span>
    </li>
  );
}
