import Link from "next/link";
import { useTranslations } from "next-intl";
import { VoteWords } from "#components/count/VoteHeading.tsx";
import { Tag, type TagState } from "#components/ui/Tag.tsx";
import { Heading } from "#components/ui/Heading.tsx";

type Vote = { readonly id: string; readonly number: number; readonly kind: string; readonly state: string };

const look: Readonly<Record<string, TagState>> = { preparing: "now", open: "due", closed: "done", counting: "done", determined: "done" };

/** The vote a page speaks of, by kind and state in words; links to the case's others. */
export function VoteChoice({ vote, votes, base }: { readonly vote: Vote; readonly votes: readonly Vote[]; readonly base: string }) {
  const t = useTranslations("count");
  const others = votes.filter((one) => one.id !== vote.id);
  return (
    <>
      <Heading level={2}>
        <VoteWords vote={vote} /> <Tag state={look[vote.state] ?? "plain"}>{t(`voteState.${vote.state}`)}</Tag>
      </Heading>
      {others.length === 0 ? null : (
        <p>
          {t("otherVotes")}{" "}
          {others.map((one, index) => (
            <span key={one.id}>
              {index === 0 ? "" : t("listSeparator")}
              <Link href={`${base}?vote=${one.number}`} prefetch={false}>
                <VoteWords vote={one} />
              </Link>
            </span>
          ))}
        </p>
      )}
    </>
  );
}
