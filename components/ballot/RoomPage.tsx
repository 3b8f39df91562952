import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ButtonLink, ButtonRow } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";

type BlockedProps = { readonly title: string; readonly why: string; readonly explain: ReactNode; readonly electionId: string; readonly nextHref?: string; readonly nextLabel?: string };

/** A page of this room on which nothing can be done now: says why, and where to go instead. */
export async function Blocked({ title, why, explain, electionId, nextHref, nextLabel }: BlockedProps) {
  const t = await getTranslations("ballot");
  return (
    <>
      <Heading>{title}</Heading>
      <Notice title={why} state="blocked">
        <p>{explain}</p>
        <ButtonRow>
          {nextHref === undefined ? null : <ButtonLink href={nextHref}>{nextLabel ?? t("goOn")}</ButtonLink>}
          <ButtonLink href={`/desk/${electionId}/ballot`} look="secondary">
            {t("backToRoom")}
          </ButtonLink>
        </ButtonRow>
      </Notice>
    </>
  );
}

/** Said where a page needs a vote and there is none yet. */
export async function NoVote({ title, electionId }: { readonly title: string; readonly electionId: string }) {
  const t = await getTranslations("ballot");
  return <Blocked title={title} why={t("noVote")} explain={t("noVoteExplain")} electionId={electionId} nextHref={`/desk/${electionId}/nomination`} nextLabel={t("toNomination")} />;
}

/** Back to the room, beside a form's button. */
export async function BackLink({ electionId }: { readonly electionId: string }) {
  const t = await getTranslations("ballot");
  return (
    <ButtonLink href={`/desk/${electionId}/ballot`} look="secondary">
      {t("back")}
    </ButtonLink>
  );
}
