import { describe, expect, test } from "vitest";
import { NATIONAL_PACKS, PROVINCE_PACKS } from "./packs.ts";
import type { NationalPack, Parameter, ProvincePack } from "./pack.ts";
import { LAW_KEYS } from "./parameters.ts";

const words = (value: unknown): string => JSON.stringify(value) ?? "";

/** A pack as lines that can be read beside the statute: parameter, value, text and article, how sure, limits. */
function linesOf(pack: NationalPack | ProvincePack): readonly string[] {
  return LAW_KEYS.flatMap((key) => {
    const parameter: Parameter<unknown> | undefined = pack.parameters[key];
    if (parameter === undefined) return [];
    const { value, citation, limits } = parameter;
    return [[key, words(value), `${citation.text} ${citation.article}`, citation.confidence, limits === undefined ? "" : words(limits)].join("\t").trimEnd()];
  });
}

function tableOf(pack: NationalPack | ProvincePack): string {
  const until = pack.inForceUntil ?? "";
  return `${[`# ${pack.id} ${pack.name["zh-CN"]} ${pack.inForceFrom}–${until}`, ...linesOf(pack)].join("\n")}\n`;
}

const READ = ["CN-ZJ-2020", "CN-SH-2020", "CN-BJ-2012", "CN-HA-2011"];

/**
 * What the packs say, against tables that were read beside the statutes. A pack changes only when a statute was read
 * again; then the table is written anew (`vitest -u`) and its difference looked at.
 */
describe("the packs say what their tables say", () => {
  test.each(NATIONAL_PACKS.map((pack) => [pack.id, pack] as const))("%s", async (id, pack) => {
    await expect(tableOf(pack)).toMatchFileSnapshot(`../../tests/fixtures/law/packs/${id}.tsv`);
  });

  test.each(PROVINCE_PACKS.filter((pack) => READ.includes(pack.id)).map((pack) => [pack.id, pack] as const))("%s", async (id, pack) => {
    await expect(tableOf(pack)).toMatchFileSnapshot(`../../tests/fixtures/law/packs/${id}.tsv`);
  });

  const unread = PROVINCE_PACKS.filter((pack) => !READ.includes(pack.id));

  test("provinces whose text was not read, as far as an excerpt shows", async () => {
    const tables = unread.map((pack) => [`# ${pack.id} ${pack.name["zh-CN"]}`, ...linesOf(pack).filter((line) => line.includes("seenExcerpt") && !line.includes("村民委员会选举规程"))].join("\n"));
    await expect(`${tables.join("\n")}\n`).toMatchFileSnapshot("../../tests/fixtures/law/packs/excerpts.tsv");
  });

  test("whatever no excerpt shows is the nation's value, and says that it is unverified", () => {
    for (const pack of unread) {
      for (const key of LAW_KEYS) {
        const parameter: Parameter<unknown> | undefined = pack.parameters[key];
        if (parameter?.citation.confidence !== "unverified") continue;
        for (const national of NATIONAL_PACKS) expect([pack.id, key, parameter.value]).toEqual([pack.id, key, national.parameters[key].value]);
      }
    }
  });
});
