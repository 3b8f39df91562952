import { runStage1 } from "./stage1.mjs";

runStage1({ script: "scripts/mutation.ts", quiet: true });
