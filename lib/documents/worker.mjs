// Renders papers in a worker thread: one compiler for its life, data come in as JSON text and are never made into code.
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { fontPaths } from "./fonts.mjs";

/** Renders after which unused memoized layouts are dropped, so that memory stays level. */
const KEEP_RENDERS = 8;

const templates = join(workerData.root, "lib", "documents", "templates");
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: fontPaths(workerData.root) }] });

function render({ id, template, data, createdAt, tagged }) {
  const compiled = compiler.compile({ mainFilePath: join(templates, `${template}.typ`), inputs: { data } });
  if (!compiled.result) {
    const error = compiled.takeDiagnostics() ?? compiled.takeError();
    const lines = error ? compiler.fetchDiagnostics(error).map((item) => item.message) : [];
    throw new Error(lines.join("; ") || "the template does not compile");
  }
  parentPort.postMessage({ id, stage: "writing" });
  return compiler.pdf(compiled.result, { pdfStandard: "a-2b", pdfTags: tagged, creationTimestamp: createdAt });
}

parentPort.on("message", (job) => {
  try {
    const pdf = new Uint8Array(render(job));
    parentPort.postMessage({ id: job.id, pdf }, [pdf.buffer]);
  } catch (error) {
    parentPort.postMessage({ id: job.id, error: error instanceof Error ? error.message : String(error) });
  } finally {
    compiler.evictCache(KEEP_RENDERS);
  }
});
