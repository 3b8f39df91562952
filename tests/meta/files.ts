import { execFileSync } from "node:child_process";
import path from "node:path";

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, "../..");

/** Files of the project (tracked ones and new ones that are not ignored) under some folders, by relative path. */
export function filesUnder(folders: readonly string[], pattern: RegExp): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate", "--", ...folders], { cwd: root, encoding: "utf8" });
  const deleted = new Set(execFileSync("git", ["ls-files", "-z", "--deleted"], { cwd: root, encoding: "utf8" }).split("\0"));
  return listed.split("\0").filter((file) => file !== "" && pattern.test(file) && !deleted.has(file));
}
