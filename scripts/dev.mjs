import { runStage1 } from "./stage1.mjs";

runStage1({ script: "scripts/start.ts", args: ["--dev", ...process.argv.slice(2)] });
