import { existsSync } from "node:fs";
import { join } from "node:path";

const WORKER = "lib/documents/worker.mjs";

/**
 * The folder that holds `lib/documents` and `node_modules`. Beside plain Node that is where this file stands; in the
 * standalone server (which moves into its own folder, and whose bundles stand elsewhere) it is the working folder.
 */
export function projectRoot(): string {
  const here = import.meta.dirname;
  const candidates = [here ? join(/* turbopackIgnore: true */ here, "..", "..") : null, process.cwd()];
  for (const root of candidates) if (root && existsSync(/* turbopackIgnore: true */ join(root, WORKER))) return root;
  throw new Error(`the render worker ${WORKER} was not found below ${candidates.join(" or ")}`);
}

/** Path of the render worker below `root`. */
export function workerFile(root: string): string {
  return join(/* turbopackIgnore: true */ root, WORKER);
}
