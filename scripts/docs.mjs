/** `npm run docs`: writes the documents that are made from the program itself. */
import { runStage1 } from "./stage1.mjs";

runStage1({ script: "scripts/docs.ts", quiet: true });
