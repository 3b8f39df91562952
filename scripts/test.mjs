import { runStage1 } from "./stage1.mjs";

runStage1({ script: "scripts/test.ts", env: { NEXT_DIST_DIR: ".next-test" } });
