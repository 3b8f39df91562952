// Checks a household register without the app: npm run --silent register:check -- FILE --election-day 2026-04-18
import { runStage1 } from "./stage1.mjs";

runStage1({ script: "lib/roll/import/register-check-cli.ts", quiet: true });
