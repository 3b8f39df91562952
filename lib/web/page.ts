import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import type { Actor } from "../access/actor.ts";
import { may, type Action, type Place } from "../access/permissions.ts";
import { placeOfCounty, placeOfElection, placeOfTownship } from "../access/place.ts";
import { database, type Database } from "../database/client.ts";
import { pathHeader, signInPath } from "./sign-in-path.ts";
import { clock } from "../platform/clock.ts";

type Params = Readonly<Record<string, string>>;
type Search = Readonly<Record<string, string | readonly string[] | undefined>>;
type NextProps = { readonly params: Promise<Params>; readonly searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What a guarded page gets. */
export type PageContext = {
  readonly params: Params;
  readonly search: Search;
  readonly actor: Actor;
  readonly place: Place;
  readonly db: Database;
  readonly now: Date;
};

/** How a page finds the place that it speaks of: from its own row, never from a wish of the browser. */
export type Finder = (db: Database, params: Params) => Promise<Place | null>;

/** The election named in the path. */
export const electionPlace: Finder = (db, params) => placeOfElection(db, params["electionId"] ?? "");
/** The township named in the path. */
export const townshipPlace: Finder = (db, params) => placeOfTownship(db, params["townshipId"] ?? "");
/** The county named in the path. */
export const countyPlace: Finder = (db, params) => placeOfCounty(db, params["countyId"] ?? "");
/** The whole installation. */
export const systemPlace: Finder = () => Promise.resolve({});

/** Declared access of a page, read by the test that walks all pages. */
export type PageAccess = { readonly kind: "action"; readonly action: Action } | { readonly kind: "signedIn" } | { readonly kind: "public" };

/** Marks what the page builders made. */
export const pageBrand: unique symbol = Symbol.for("cunxuan.page");
export type GuardedPage = ((props: NextProps) => Promise<ReactNode>) & { readonly [pageBrand]: PageAccess };

const brand = (access: PageAccess, render: (props: NextProps) => Promise<ReactNode>): GuardedPage => Object.assign(render, { [pageBrand]: access });

/** A page for those who may do `action` at the place it speaks of. Others: sign in, change password, or "not found". */
export function guardedPage(action: Action, find: Finder, render: (context: PageContext) => Promise<ReactNode>): GuardedPage {
  return brand({ kind: "action", action }, async (props) => {
    const context = await signedIn(props);
    const place = await find(context.db, context.params);
    // A foreign row answers like a missing one.
    if (place === null || !may(context.actor.grants, action, place)) notFound();
    return render({ ...context, place });
  });
}

/** A page for anybody signed in (home, own password). */
export function signedInPage(render: (context: PageContext) => Promise<ReactNode>, options: { readonly passwordChange?: boolean } = {}): GuardedPage {
  return brand({ kind: "signedIn" }, async (props) => render({ ...(await signedIn(props, options.passwordChange)), place: {} }));
}

/** A page for everybody, without account. */
export function publicPage(
  render: (context: Omit<PageContext, "actor" | "place">) => Promise<ReactNode>,
): GuardedPage {
  return brand({ kind: "public" }, async (props) => render(await basics(props)));
}

async function basics(props: NextProps): Promise<Omit<PageContext, "actor" | "place">> {
  return { params: await props.params, search: await props.searchParams, db: database(), now: clock() };
}

async function signedIn(props: NextProps, passwordChange = false): Promise<Omit<PageContext, "place">> {
  const { currentActor } = await import("./actor.ts");
  const actor = await currentActor();
  if (actor === null) redirect(signInPath((await headers()).get(pathHeader)));
  if (actor.mustChangePassword && !passwordChange) redirect("/password");
  return { ...(await basics(props)), actor };
}
