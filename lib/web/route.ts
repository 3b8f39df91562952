import { NextResponse } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { Actor } from "../access/actor.ts";
import { may, type Action, type Place } from "../access/permissions.ts";
import { database, type Database } from "../database/client.ts";
import { factWords, findingArguments } from "../i18n/finding-words.ts";
import { localeOf } from "../i18n/locale.ts";
import { issueWords } from "../i18n/words.ts";
import type { Finding } from "../law/finding.ts";
import type { Json } from "../platform/canonical.ts";
import { clock } from "../platform/clock.ts";
import type { Command } from "../platform/command.ts";
import type { Refusal } from "../platform/refusal.ts";
import { currentActor } from "./actor.ts";
import type { Finder } from "./page.ts";

type Params = Readonly<Record<string, string>>;
type Handler = (request: Request, context: { readonly params: Promise<Params> }) => Promise<Response>;

/** What a route declares: a command, an action of the permission table, anybody signed in, or everybody. */
export type RouteAccess = { readonly kind: "command"; readonly name: string } | { readonly kind: "action"; readonly action: Action } | { readonly kind: "signedIn" } | { readonly kind: "public" };

/** Marks what the route builders made. */
export const routeBrand: unique symbol = Symbol.for("cunxuan.route");
export type GuardedRoute = Handler & { readonly [routeBrand]: RouteAccess };

const brand = (access: RouteAccess, handler: Handler): GuardedRoute => Object.assign(handler, { [routeBrand]: access });

/** What a reading route gets. */
export type RouteContext = { readonly request: Request; readonly params: Params; readonly db: Database; readonly now: Date; readonly actor: Actor; readonly place: Place };

/** A reading route for those who may do `action` at the place in its path. */
export function guardedRoute(action: Action, find: Finder, handle: (context: RouteContext) => Promise<Response>): GuardedRoute {
  return brand({ kind: "action", action }, async (request, { params }) => {
    const actor = await currentActor();
    if (actor === null) return refusalResponse({ kind: "signedOut" });
    if (actor.mustChangePassword) return refusalResponse({ kind: "passwordChangeDue" });
    const db = database();
    const resolved = await params;
    const place = await find(db, resolved);
    if (place === null || !may(actor.grants, action, place)) return refusalResponse({ kind: "notFound" });
    return handle({ request, params: resolved, db, now: clock(), actor, place });
  });
}

/** A route for everybody (published papers, live counts, health). */
export function publicRoute(handle: (context: Omit<RouteContext, "actor" | "place">) => Promise<Response>): GuardedRoute {
  return brand({ kind: "public" }, async (request, { params }) => handle({ request, params: await params, db: database(), now: clock() }));
}

/**
 * A writing route with a stable address, built from a command: JSON in, `{value}` or a refusal out (HTTP 200, 401, 403, 404, 409, 422).
 * `input` makes the command's input of path and body. Requests from other sites are refused.
 */
export function commandRoute<Input extends z.ZodType, Output extends Json>(
  command: Command<Input, Output>,
  input: (params: Params, body: unknown) => unknown,
): GuardedRoute {
  return brand({ kind: "command", name: command.name }, async (request, { params }) => {
    if (!sameOrigin(request)) return refusalResponse({ kind: "forbidden" });
    const body: unknown = await request.json().catch(() => null);
    const requestId = request.headers.get("x-request-id") ?? undefined;
    const context = { db: database(), actor: await currentActor(), clock, requestId };
    const result = await command.run(context, input(await params, body));
    return result.ok ? NextResponse.json({ value: result.value }) : refusalResponse(result.error);
  });
}

/**
 * A writing route whose answer holds more than the command's output, read after it succeeded and kept nowhere: not with
 * the request's receipt (a repeated request is a new one), nor in any cache.
 */
export function disclosingRoute<Input extends z.ZodType, Output extends Json>(
  command: Command<Input, Output>,
  input: (params: Params, body: unknown) => unknown,
  disclose: (db: Database, output: Output) => Promise<Json>,
): GuardedRoute {
  return brand({ kind: "command", name: command.name }, async (request, { params }) => {
    if (!sameOrigin(request)) return refusalResponse({ kind: "forbidden" });
    const body: unknown = await request.json().catch(() => null);
    const db = database();
    const result = await command.run({ db, actor: await currentActor(), clock }, input(await params, body));
    if (!result.ok) return refusalResponse(result.error);
    return NextResponse.json({ value: await disclose(db, result.value) }, { headers: { "cache-control": "no-store" } });
  });
}

/** Whether a writing request comes from this program's own pages. */
export function sameOrigin(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  return origin === null || (URL.canParse(origin) && new URL(origin).host === request.headers.get("host"));
}

const statusOf = { invalid: 422, findings: 422, conflict: 409, notFound: 404, forbidden: 403, signedOut: 401, passwordChangeDue: 403 } as const;

/** What findings say in one line each, with their numbers. */
async function findingTitles(findings: readonly Finding[]): Promise<readonly string[]> {
  const locale = localeOf(await getLocale());
  const words = await getTranslations("findings");
  const facts = factWords(await getTranslations("facts"));
  return findings.map((finding) => words(`${finding.code}.title`, findingArguments(finding, locale, facts)));
}

/** A refusal as JSON: `{refusal: {kind, messages, issues?, findings?}}`, words in the user's language. */
export async function refusalResponse(refusal: Refusal): Promise<Response> {
  const t = await getTranslations();
  const messages =
    refusal.kind === "invalid"
      ? refusal.issues.map((issue) => issueWords(t, issue))
      : refusal.kind === "findings"
        ? await findingTitles(refusal.findings.filter((finding) => !finding.ok))
        : [t(`issues.${refusal.kind}`)];
  return NextResponse.json({ refusal: { ...refusal, messages } }, { status: statusOf[refusal.kind] });
}
