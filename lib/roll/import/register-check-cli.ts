import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { createTranslator, type Messages } from "next-intl";
import { messagesOf } from "#lib/i18n/messages.ts";
import { checkRegister, type CheckError, type RegisterCheck } from "./register-check.ts";
import { err, type Result } from "#lib/platform/result.ts";
import { PAPER_LOCALE } from "./words.ts";

/** Exit code for a file that cannot be read or an argument that cannot be used. */
const UNUSABLE = 2;

async function translator(): Promise<(key: string, values?: Record<string, string | number>) => string> {
  const messages: Messages = await messagesOf(PAPER_LOCALE);
  return createTranslator({ locale: PAPER_LOCALE, messages, namespace: "roll" });
}

function argumentsOf(args: readonly string[]): { readonly file: string; readonly electionDay: string } | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { "election-day": { type: "string" } } });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 ? null : { file, electionDay: values["election-day"] ?? "" };
  } catch {
    return null;
  }
}

/** Reads the file. npm changes into the project's folder, so a relative path may be meant from where npm was called. */
function readBytes(file: string): Uint8Array | null {
  const places = [path.resolve(file), path.resolve(process.env["INIT_CWD"] ?? ".", file)];
  const place = places.find((candidate) => statSync(candidate, { throwIfNoEntry: false })?.isFile() === true);
  try {
    return place === undefined ? null : readFileSync(place);
  } catch {
    return null;
  }
}

async function run(args: readonly string[]): Promise<Result<RegisterCheck, readonly CheckError[]>> {
  const t = await translator();
  const given = argumentsOf(args);
  if (given === null) return err([{ path: "file", message: t("check.usage") }]);
  const bytes = readBytes(given.file);
  if (bytes === null) return err([{ path: "file", message: t("check.fileMissing", { file: given.file }) }]);
  return checkRegister(bytes, given.electionDay, t);
}

const outcome = await run(process.argv.slice(2));
process.stdout.write(`${JSON.stringify(outcome.ok ? outcome.value : { errors: outcome.error })}\n`);
if (!outcome.ok) process.exitCode = UNUSABLE;
