import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { permissions, type Action } from "#lib/access/permissions.ts";

const app = path.resolve(import.meta.dirname, "../../app");

/** Who may use something, as its source declares it by the builder it is made with. */
export type Declared = { readonly kind: "action"; readonly action: Action } | { readonly kind: "signedIn" } | { readonly kind: "public" } | { readonly kind: "command"; readonly name: string };

/** A page or route: its address as folders name it (groups left out), and whom it admits. */
export type Source = { readonly address: string; readonly file: string; readonly access: Declared };

const under = (name: string): readonly string[] =>
  readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === name)
    .toSorted();

const addressOf = (file: string): string => `/${path.dirname(file).split(path.sep).filter((part) => part !== "." && !part.startsWith("(")).join("/")}`;

const isAction = (text: string): text is Action => text in permissions;

function declared(file: string, source: string): Declared {
  const [, builder = "", argument = ""] = /(guardedPage|signedInPage|publicPage|guardedRoute|publicRoute|publicForm|commandRoute|disclosingRoute|uploadRoute)\(\s*"?([\w.]*)/.exec(source) ?? [];
  if (builder.startsWith("public")) return { kind: "public" };
  if (builder === "signedInPage") return { kind: "signedIn" };
  if (builder === "commandRoute" || builder === "disclosingRoute" || builder === "uploadRoute") return { kind: "command", name: argument };
  if (builder.startsWith("guarded") && isAction(argument)) return { kind: "action", action: argument };
  throw new Error(`${file} is made by none of the builders`);
}

const read = (file: string): Source => ({ address: addressOf(file), file, access: declared(file, readFileSync(path.join(app, file), "utf8")) });

/** Every page of the app. */
export const pages = (): readonly Source[] => under("page.tsx").map(read);
/** Every route of the app. */
export const routes = (): readonly Source[] => under("route.ts").map(read);
