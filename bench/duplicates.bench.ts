import { randomBytes } from "node:crypto";
import { performance } from "node:perf_hooks";
import { Client, escapeIdentifier } from "pg";
import { connect } from "../lib/database/client.ts";
import { withDatabase } from "../lib/database/connection.ts";
import { likelyPairs } from "../lib/roll/duplicates/likely.ts";
import { doublesOf, registeredTwice, sameNumberOf, sameNumberOfCounty } from "../lib/roll/duplicates/search.ts";
import { prepareTestServer, testDataDir } from "../tests/support/server.ts";
import { county, makeCounty, planted } from "./duplicates-county.ts";

/**
 * How long it takes to find everybody who stands on two rolls of a county of a million people, and what one village's
 * posting asks. The yardstick is a plain sequential count of the same rows. What is found must be what was planted.
 */
const area = { countyCode: county.code, term: county.term };
const server = await prepareTestServer(testDataDir());
process.env["DATA_DIR"] = server.dataDir;
process.env["DATABASE_URL"] = server.appUrl;
const name = `bench_${randomBytes(4).toString("hex")}`;
const admin = new Client({ connectionString: server.ownerUrl });
await admin.connect();
await admin.query(`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(server.template)}`);
const owner = new Client({ connectionString: withDatabase(server.ownerUrl, name) });
await owner.connect();
const db = connect(withDatabase(server.appUrl, name), 3);

/** Median of five runs after a first one, in milliseconds. */
async function median(run: () => Promise<unknown>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  return times.sort((one, other) => one - other)[2] ?? 0;
}

const yardstick = "roll.count.sequential.1000000";
async function report(what: string, run: () => Promise<unknown>): Promise<void> {
  const value = await median(run);
  console.log(JSON.stringify({ name: what, value: Math.round(value * 10) / 10, unit: "ms", ...(what === yardstick ? {} : { ratioTo: yardstick }) }));
}

function expectFound(what: string, found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`${what}: ${found} found, ${wanted} planted`);
}

try {
  const begun = performance.now();
  await makeCounty(owner);
  console.error(`county made in ${Math.round(performance.now() - begun)} ms`);
  const found = await sameNumberOfCounty(db, area);
  expectFound("same number", found.length, planted.inDrive + planted.acrossTownships);
  expectFound("left to the other village", found.filter((pair) => pair.state === "settled").length, planted.inDrive / 5);
  // What the database keeps in mind is what the look over the whole county finds.
  const kept = await sameNumberOf(db, Array.from({ length: county.villages }, (_, place) => `e${place}`));
  expectFound("kept in mind", kept.length, found.length);
  const likely = await likelyPairs(db, "d0");
  expectFound("one digit", likely.filter((pair) => pair.kind === "oneDigit").length, planted.oneDigit);
  expectFound("name and birth", likely.filter((pair) => pair.kind === "nameAndBirth").length, planted.nameAndBirth);
  const township = Array.from({ length: 25 }, (_, place) => `e${place}`);
  await report(yardstick, () => db.$queryRaw`SELECT count(*) FROM "RollEntry" WHERE name <> ''`);
  await report("duplicates.county.1000000", () => sameNumberOfCounty(db, area));
  await report("duplicates.township.sameNumber", () => sameNumberOf(db, township));
  await report("duplicates.township.likely", () => likelyPairs(db, "d0"));
  await report("duplicates.village.posting", () => registeredTwice(db, "e7"));
  await report("duplicates.village30000.posting", () => registeredTwice(db, "e0"));
  await report("duplicates.village30000.overview", () => doublesOf(db, ["e0"]));
  await report("duplicates.village.likely", () => likelyPairs(db, "d0", "e7"));
  const plan = await owner.query<{ "QUERY PLAN": string }>(`EXPLAIN SELECT "idHash" FROM "Person" WHERE "idHash" IS NOT NULL GROUP BY 1 HAVING count(*) > 1`);
  console.error(plan.rows.map((row) => row["QUERY PLAN"]).join("\n"));
} finally {
  await db.$disconnect();
  await owner.end();
  await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
  await admin.end();
}
