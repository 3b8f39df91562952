import { runStage1 } from "./stage1.mjs";

runStage1({ script: "scripts/with-database.ts", args: ["lib/ledger/verify-cli.ts", ...process.argv.slice(2)], quiet: true });
