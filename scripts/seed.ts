/** Fills the empty database of the environment with the demonstration; run by `npm start`. */
import { database } from "#lib/database/client.ts";
import { seedDemo } from "#lib/demo/seed.ts";

const started = Date.now();
const db = database();
try {
  await seedDemo(db, new Date(), (step) => console.log(`  … ${step}, ${Math.round((Date.now() - started) / 1000)} s`));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}
