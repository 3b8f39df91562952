import Link from "next/link";
import { useTranslations } from "next-intl";
import { Day } from "#components/ui/DeadlineWords.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import type { CountVote } from "#lib/count/queries.ts";

/** A vote's kind in words, with its number when it is not the first: 投票选举, 再次投票（第 2 次投票）. */
export function VoteWords({ vote }: { readonly vote: Pick<CountVote, "kind" | "number"> }) {
  const t = useTranslations("count");
  return <>{vote.number === 1 ? t(`kind.${vote.kind}`) : t("kindNumbered", { kind: t(`kind.${vote.kind}`), number: vote.number })}</>;
}

type VoteHeadingProps = { readonly vote: CountVote; readonly votes: readonly CountVote[]; readonly hrefOf: (vote: CountVote) => string };

/** Which vote the page speaks of; links to the others of the case. */
export function VoteHeading({ vote, votes, hrefOf }: VoteHeadingProps) {
  const t = useTranslations("count");
  return (
    <>
      <Heading level={2}>
        <VoteWords vote={vote} />
        {t("separator")}
        <Day day={vote.heldOn} />
      </Heading>
      <p>
        {t(`voteState.${vote.state}`)}
        {vote.returned === null ? null : <> · {t("issuedReturned", { issued: vote.issued ?? 0, returned: vote.returned })}</>}
      </p>
      {votes.length < 2 ? null : (
        <p>
          {t("otherVotes")}{" "}
          {votes.filter((one) => one.id !== vote.id).map((one, index) => (
            <span key={one.id}>
              {index === 0 ? "" : t("listSeparator")}
              <Link href={hrefOf(one)} prefetch={false}>
                <VoteWords vote={one} />
              </Link>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
