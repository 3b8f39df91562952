import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./Breadcrumb.tsx";
import { ClientMessages } from "./ClientMessages.tsx";
import { DemoBanner } from "./DemoBanner.tsx";
import { PageFooter } from "./PageFooter.tsx";
import { TopBar, type ShellUser, type SignOut } from "./TopBar.tsx";
import { SubNav, type NavItem } from "#components/ui/SubNav.tsx";

/** Where a page belongs. `screen` is the dark one for the beamer in the hall, without anything to press. */
export type ShellVariant = "desk" | "township" | "public" | "account" | "screen";

type ShellProps = {
  readonly variant: ShellVariant;
  /** Whose page this is, e.g. 江家庄村 · 第十三届村民委员会换届选举. */
  readonly context?: string;
  /** Where the mark in the bar leads: the desk, the township's page, else the public first page. */
  readonly homeHref?: string;
  readonly user?: ShellUser;
  /** How to sign out; a server action or the address a plain form posts to. */
  readonly signOut?: SignOut;
  readonly breadcrumb?: readonly Crumb[];
  /** The pages beside this one. */
  readonly sections?: readonly NavItem[];
  readonly demo?: boolean;
  /** The ledger's fingerprint as it stands now, and where it can be checked. */
  readonly fingerprint?: string | null;
  readonly fingerprintHref?: string;
  /** Namespaces of messages that client components on a public page need; signed-in pages have theirs. */
  readonly clientMessages?: readonly string[];
  readonly children: ReactNode;
};

/** The frame of every page: skip link, bar, demonstration banner, place, content, footer. */
export async function Shell(props: ShellProps) {
  const { variant, demo = false, breadcrumb = [], sections = [], children } = props;
  const t = await getTranslations("shell");
  if (variant === "screen") {
    return (
      <div className="shell shell-screen">
        <main id="main" className="screen-main" tabIndex={-1}>
          <ClientMessages namespaces={props.clientMessages ?? []}>{children}</ClientMessages>
        </main>
      </div>
    );
  }
  const namespaces = variant === "public" ? (props.clientMessages ?? []) : "signedIn";
  return (
    <div className={`shell shell-${variant}`}>
      <a href="#main" className="skip-link">
        {t("skip")}
      </a>
      <header>
        <TopBar context={props.context} homeHref={props.homeHref ?? "/"} user={props.user} signOut={props.signOut} offerSignIn={variant === "public"} />
        {demo ? <DemoBanner /> : null}
      </header>
      <div className="page">
        {breadcrumb.length === 0 ? null : <Breadcrumb crumbs={breadcrumb} />}
        {sections.length === 0 ? null : <SubNav label={t("sections")} items={sections} />}
        <main id="main" className="main" tabIndex={-1}>
          <ClientMessages namespaces={namespaces}>{children}</ClientMessages>
        </main>
      </div>
      <PageFooter fingerprint={props.fingerprint ?? null} fingerprintHref={props.fingerprintHref} />
    </div>
  );
}
