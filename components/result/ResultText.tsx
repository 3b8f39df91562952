import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { VoteWords } from "#components/count/VoteHeading.tsx";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Day, Instant } from "#components/ui/DeadlineWords.tsx";
import { Details } from "#components/ui/Details.tsx";
import { FindingList } from "#components/ui/FindingList.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import { localeOf } from "#lib/i18n/locale.ts";
import type { ResultView } from "#lib/result/queries.ts";
import { namedFinding, officeTitle, readOut } from "#lib/result/words.ts";

type Other = { readonly id: string; readonly number: number; readonly vote: { readonly number: number; readonly kind: string } };

type ResultTextProps = {
  readonly view: ResultView;
  readonly others: readonly Other[];
  readonly hrefOf: (id: string) => string;
  /** Whose addresses the papers have. */
  readonly papers: "desk" | "public";
};

/** A determination as it is read aloud, with every check and its article, and its papers. For desk and public alike. */
export function ResultText({ view, others, hrefOf, papers }: ResultTextProps) {
  const t = useTranslations("result");
  const locale = localeOf(useLocale());
  const offices = useTranslations("count.office");
  const contestWords = (code: string): string => {
    const contest = view.input.contests.find((one) => one.contest === code);
    if (contest === undefined) return code;
    if (locale !== "en") return officeTitle(contest.office, contest.only);
    return contest.only === "women" ? offices("womenOf", { office: offices(contest.office) }) : offices(contest.office);
  };
  const base = papers === "desk" ? `/api/results/desk/${view.id}` : `/api/results/${view.id}`;
  return (
    <article className="result">
      <Heading level={2}>
        <VoteWords vote={view.vote} />
        {t("separator")}
        <Day day={view.vote.heldOn} style="date" /> <Tag state={view.announcedAt === null ? "due" : "done"}>{t(view.announcedAt === null ? "notAnnounced" : "announced")}</Tag>
      </Heading>
      <p className="muted">
        {t("determinedAt")} <Instant at={view.at} />
        {view.announcedAt === null ? null : <>{t("announcedAt")} <Instant at={view.announcedAt} /></>}
        {view.newest ? "" : t("superseded")}
      </p>
      {readOut(view, locale).map((part) => (
        <section key={part.key}>
          <Heading level={3}>{part.heading}</Heading>
          {part.lines.map((line, index) => <p key={index}>{line}</p>)}
        </section>
      ))}
      <Details summary={t("checks", { count: view.outcome.findings.length })}>
        <FindingList findings={view.outcome.findings.map((finding) => namedFinding(finding, view.names, contestWords))} />
      </Details>
      <ButtonRow>
        <ButtonLink href={`${base}/report`} look="secondary" newTab>{t("report")}</ButtonLink>
        <ButtonLink href={`${base}/tally-sheet`} look="secondary" newTab>{t("tallySheet")}</ButtonLink>
        {view.announcedAt === null ? null : <ButtonLink href={`/api/results/${view.id}/package`} look="secondary" download>{t("package")}</ButtonLink>}
      </ButtonRow>
      {view.announcedAt === null ? null : <p className="muted">{t("packageExplain")}</p>}
      {others.length === 0 ? null : (
        <p>
          {t("others")}{" "}
          {others.map((one, index) => (
            <span key={one.id}>
              {index === 0 ? "" : t("listSeparator")}
              <Link href={hrefOf(one.id)} prefetch={false}>
                <VoteWords vote={one.vote} />
                {one.number > 1 ? t("again", { number: one.number }) : ""}
              </Link>
            </span>
          ))}
        </p>
      )}
    </article>
  );
}
