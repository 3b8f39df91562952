import { NextResponse } from "next/server";
import type { z } from "zod";
import { database } from "../database/client.ts";
import type { Json } from "../platform/canonical.ts";
import { clock } from "../platform/clock.ts";
import type { Command } from "../platform/command.ts";
import type { Refusal } from "../platform/refusal.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { currentActor } from "./actor.ts";
import { refusalResponse, routeBrand, sameOrigin, type GuardedRoute } from "./route.ts";

/** A file as it arrived. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array };

type UploadRoute<Output> = {
  /** Largest file; the form around it may be a little larger. */
  readonly largest: number;
  /** What is said when no file came along; a household register unless told otherwise. */
  readonly missing?: string;
  readonly input: (params: Readonly<Record<string, string>>, file: Upload) => unknown;
  /** Where to go on success, and back to on refusal (with `?refused=<code>`, for browsers without scripts). */
  readonly then: (output: Output) => string;
  readonly back: (params: Readonly<Record<string, string>>) => string;
};

const FORM_ROOM = 64 * 1024;
const refused = (code: string): Result<never, Refusal> => err({ kind: "invalid", issues: [{ field: "file", code, params: {} }] });

/**
 * The one file of a form. What arrives is compared with the length that was announced: a proxy on the way may have cut
 * it, which would pass unseen in a text file.
 */
export async function uploadedFile(request: Request, largest: number, missing = "registerMissing"): Promise<Result<Upload, Refusal>> {
  const announced = Number(request.headers.get("content-length") ?? "0");
  if (announced > largest + FORM_ROOM) return refused("tooLarge");
  const body = await request.arrayBuffer();
  if (body.byteLength > largest + FORM_ROOM) return refused("tooLarge");
  if (announced > 0 && body.byteLength !== announced) return refused("uploadCut");
  const form = await new Response(body, { headers: { "content-type": request.headers.get("content-type") ?? "" } }).formData().catch(() => null);
  if (form === null) return refused("uploadCut");
  const file = form.get("file");
  if (!(file instanceof File) || (file.size === 0 && file.name === "")) return refused(missing);
  return ok({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
}

/** A route that takes one file and gives it to a command. Scripts get JSON, plain forms a redirect. */
export function uploadRoute<Input extends z.ZodType, Output extends Json>(command: Command<Input, Output>, spec: UploadRoute<Output>): GuardedRoute {
  const handler = async (request: Request, context: { readonly params: Promise<Readonly<Record<string, string>>> }): Promise<Response> => {
    const params = await context.params;
    const asJson = request.headers.get("accept")?.includes("application/json") ?? false;
    const result = sameOrigin(request) ? await run(request, params) : err<Refusal>({ kind: "forbidden" });
    if (asJson) return result.ok ? NextResponse.json({ value: { href: spec.then(result.value) } }) : refusalResponse(result.error);
    const code = result.ok ? "" : result.error.kind === "invalid" ? (result.error.issues[0]?.code ?? "invalid") : result.error.kind;
    // A relative address: behind a proxy the server does not know its own name.
    return new Response(null, { status: 303, headers: { location: result.ok ? spec.then(result.value) : `${spec.back(params)}?refused=${code}` } });
  };
  const run = async (request: Request, params: Readonly<Record<string, string>>): Promise<Result<Output, Refusal>> => {
    const actor = await currentActor();
    if (actor === null) return err({ kind: "signedOut" });
    const file = await uploadedFile(request, spec.largest, spec.missing);
    if (!file.ok) return file;
    return command.run({ db: database(), actor, clock, requestId: request.headers.get("x-request-id") ?? undefined }, spec.input(params, file.value));
  };
  return Object.assign(handler, { [routeBrand]: { kind: "command" as const, name: command.name } });
}
