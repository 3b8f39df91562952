/**
 * `npm run --silent determine -- FILE|-`: an outcome recomputed from a count, by anybody. Prepares the clone when
 * needed (its words go to stderr) and hands over to the program proper.
 */
import { runStage1 } from "./stage1.mjs";

runStage1({ script: "lib/result/determine-cli.ts", args: process.argv.slice(2), quiet: true });
