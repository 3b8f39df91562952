import type { ReactNode } from "react";
import { Shell } from "#components/shell/Shell.tsx";
import type { Crumb } from "#components/shell/Breadcrumb.tsx";
import { headOf } from "#lib/ledger/queries.ts";
import { database } from "#lib/database/client.ts";
import { termWords } from "#lib/chinese/term.ts";
import type { PublicElection } from "#lib/observer/queries.ts";
import { getTranslations } from "next-intl/server";

type ObserverShellProps = {
  readonly election: PublicElection;
  /** Crumbs after the village's own. */
  readonly here?: readonly Crumb[];
  readonly clientMessages?: readonly string[];
  readonly children: ReactNode;
};

/** The frame of a village's public pages, with the fingerprint of its chain as it stands now. */
export async function ObserverShell({ election, here = [], clientMessages = [], children }: ObserverShellProps) {
  const t = await getTranslations("observer");
  const head = await headOf(database(), { kind: "election", id: election.id });
  const village = `/v/${election.id}`;
  return (
    <Shell
      variant="public"
      context={t("context", { village: election.village, term: termWords(election.term) })}
      breadcrumb={[
        { label: t("townships"), href: "/" },
        { label: election.township.name, href: `/t/${election.township.id}` },
        here.length === 0 ? { label: election.village } : { label: election.village, href: village },
        ...here,
      ]}
      demo={election.demo}
      fingerprint={head?.fingerprint ?? null}
      fingerprintHref={`${village}/check`}
      clientMessages={clientMessages}
    >
      {children}
    </Shell>
  );
}
