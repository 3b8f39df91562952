import next from "eslint-config-next/core-web-vitals";
import tseslint from "typescript-eslint";

/** The phases of an election, in the order of the day; none may call another's commands. */
const phases = ["committee", "roll", "nomination", "ballot", "count", "result", "notice", "township"];

const fromApp = { group: ["#app/*", "**/app/**"], message: "Nothing imports app: routes stand at the top." };
const fromComponents = { group: ["#components/*", "**/components/**"], message: "lib knows no components: imports go app → components → lib." };
const fromReact = { group: ["react", "react/*", "react-dom", "react-dom/*"], message: "lib runs without React." };
const fromNext = { group: ["next", "next/*", "next-auth", "next-auth/*", "next-intl", "next-intl/*"], message: "lib runs under plain Node; only lib/web and lib/i18n meet Next." };
const inputOutput = {
  group: ["node:*", "pg", "@prisma/*", "**/database/**"],
  message: "A pure room: no input or output, no clock, no randomness. Values come in as arguments.",
};

/** Rooms whose functions are pure: the law, the calendar, determination, Chinese text and every rules.ts. */
const pure = ["lib/**/rules.ts", "lib/law/**/*.ts", "lib/calendar/**/*.ts", "lib/result/**/*.ts", "lib/chinese/**/*.ts"];
const notPure = ["**/*.test.ts", "lib/result/**/*-cli.ts", "lib/result/**/{commands,*-commands,queries,access,load,print,responses}.ts"];

/** Besides env.ts: what must work where the environment is incomplete (log, build, command line, the server's starter). */
const environmentReaders = ["lib/platform/{env,log,clock}.ts", "lib/i18n/missing.ts", "lib/database/embedded.ts", "lib/**/*-cli.ts"];

const noProcessEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "The environment is read in lib/platform/env.ts alone.",
};
const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "A pure room has no clock: take the time as an argument." },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "A pure room has no clock: take the time as an argument." },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: "A pure room has no randomness." },
];

const imports = (...patterns) => ["error", { patterns }];
const otherCommands = (phase) => ({
  group: phases.filter((other) => other !== phase).map((other) => `**/${other}/commands.ts`),
  message: "A phase never calls another's commands; what one triggers in another stands in lib/election/reactions.ts.",
});

export default tseslint.config(
  { ignores: ["node_modules/", ".next*/", "lib/database/generated/", "next-env.d.ts", "public/", "data/", "test-results/", "playwright-report/", ".scratch*/"] },
  ...next.map((entry) => ({ ...entry, files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"] })),
  {
    // Two checks meant for React's compiler, which is not used here: both take a hook's result object for a ref.
    files: ["app/**/*.{ts,tsx}", "components/**/*.{ts,tsx}"],
    rules: { "react-hooks/refs": "off", "react-hooks/set-state-in-effect": "off" },
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "no-var": "error",
      "prefer-const": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 350 }],
    },
  },
  {
    files: ["lib/**/*.ts", "components/**/*.{ts,tsx}", "app/**/*.{ts,tsx}"],
    ignores: [...environmentReaders, "**/*.test.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", noProcessEnv] },
  },
  { files: ["components/**/*.{ts,tsx}"], rules: { "no-restricted-imports": imports(fromApp) } },
  {
    files: ["lib/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "max-lines-per-function": ["error", { max: 60, skipComments: true, skipBlankLines: true }],
      "no-restricted-imports": imports(fromApp, fromComponents, fromReact, fromNext),
    },
  },
  ...phases.map((phase) => ({
    files: [`lib/${phase}/**/*.ts`],
    ignores: ["**/*.test.ts"],
    rules: { "no-restricted-imports": imports(fromApp, fromComponents, fromReact, fromNext, otherCommands(phase)) },
  })),
  { files: ["lib/web/**/*.ts", "lib/i18n/**/*.ts", "lib/**/*-cli.ts", "lib/**/responses.ts"], rules: { "no-restricted-imports": imports(fromApp, fromComponents) } },
  {
    files: pure,
    ignores: notPure,
    rules: {
      "no-restricted-imports": imports(fromApp, fromComponents, fromReact, fromNext, inputOutput),
      "no-restricted-syntax": ["error", noProcessEnv, ...noClock],
    },
  },
  {
    files: ["app/**/*.tsx", "components/**/*.tsx"],
    rules: { "max-lines-per-function": ["error", { max: 120, skipComments: true, skipBlankLines: true }] },
  },
);
