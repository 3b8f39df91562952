import Link from "next/link";
import { useTranslations } from "next-intl";
import { Num } from "#components/ui/DeadlineWords.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import type { PublicElection } from "#lib/observer/queries.ts";

/** Where the election stands, in a sentence, with the way to the live count or the result. */
export function VoteState({ election }: { readonly election: PublicElection }) {
  const t = useTranslations("observer.state");
  const { vote, announced } = election;
  const place = [election.mainVenue, [election.pollingFrom, election.pollingTo].filter((time) => time !== null).join("–")].filter((part) => part !== null && part !== "");
  const counting = vote !== null && (vote.state === "closed" || vote.state === "counting" || (vote.state === "determined" && !announced));
  return (
    <Notice title={t(stateOf(election))} state={announced ? "done" : "now"}>
      {election.registered === null ? null : (
        <p>
          {t("registered")} <Num value={election.registered} />
        </p>
      )}
      {place.length === 0 ? null : <p>{t("place", { place: place.join("，") })}</p>}
      {counting ? (
        <p>
          <Link href={`/v/${election.id}/live`} prefetch={false}>
            {t("live")}
          </Link>
        </p>
      ) : null}
      {announced ? (
        <p>
          <Link href={`/v/${election.id}/result`} prefetch={false}>
            {t("result")}
          </Link>
        </p>
      ) : null}
    </Notice>
  );
}

type StateCode = "announced" | "followingPreparing" | "counting" | "open" | "candidates" | "listed" | "preparing";

function stateOf({ vote, announced, registered }: PublicElection): StateCode {
  if (vote === null) return registered === null ? "preparing" : "listed";
  switch (vote.state) {
    case "open":
      return "open";
    case "closed":
    case "counting":
      return "counting";
    case "determined":
      return announced ? "announced" : "counting";
    default:
      return announced ? "followingPreparing" : "candidates";
  }
}
