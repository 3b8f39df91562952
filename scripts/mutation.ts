/**
 * `npm run mutation [-- law|calendar|result …]`: tries out small changes of the legal rooms' source, one at a time, and
 * tells per room how many of them some test noticed. Ends with 1 when a room stays below what docs/mutation.md asks.
 */
import { Stryker } from "@stryker-mutator/core";
import config from "../stryker.config.mjs";

const LEAST_PERCENT = 90;
const ROOMS = ["law", "calendar", "result"] as const;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !ROOMS.some((room) => room === name));
if (unknown.length > 0) {
  console.error(`Unknown room "${unknown.join(" ")}". Rooms: ${ROOMS.join(", ")}.`);
  process.exit(2);
}
const rooms = ROOMS.filter((room) => wanted.length === 0 || wanted.includes(room));
const folderOf = (room: string): string => `lib/${room}/`;

const mutate = (config.mutate ?? []).filter((pattern) => pattern?.startsWith("!") || rooms.some((room) => pattern?.startsWith(folderOf(room))));
const mutants = await new Stryker({ mutate }).runMutationTest();

for (const room of rooms) {
  const own = mutants.filter((mutant) => mutant.fileName.replaceAll("\\", "/").includes(folderOf(room)));
  const noticed = own.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const all = noticed + own.filter(({ status }) => status === "Survived" || status === "NoCoverage").length;
  // In hundredths and rounded down, so that a room just below the line is not shown as on it.
  const share = all === 0 ? 0 : Math.floor((noticed * 10_000) / all) / 100;
  console.log(`lib/${room}: ${noticed} of ${all} mutants noticed, ${share.toFixed(2)} %`);
  if (noticed * 100 < LEAST_PERCENT * all) process.exitCode = 1;
}
