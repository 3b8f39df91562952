/** Fills the empty database of the environment with the demonstration; run by `npm start`. */
import { database } from "#lib/database/client.ts";
import { seedDemo } from "#lib/demo/seed.ts";

/** What is being made, for whoever waits. */
const words: Readonly<Record<string, string>> = {
  township: "乡镇、村和账号 / township, villages, accounts",
  finishedVillage: "江家庄村的准备 / Jiangjiazhuang up to its election day",
  finishedCount: "江家庄村的计票和结果 / Jiangjiazhuang's count and result",
  countingVillage: "石桥村的准备 / Shiqiao up to today",
  countingCount: "石桥村的计票 / Shiqiao's count",
};

const started = Date.now();
const db = database();
try {
  await seedDemo(db, new Date(), (step) => console.log(`  … ${words[step] ?? step}, ${Math.round((Date.now() - started) / 1000)} s`));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}
