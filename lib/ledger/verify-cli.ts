/**
 * Checks every chain (操作链) of the database: one line a chain, the first broken entry with its reason. Ends with 0
 * when all hold, 1 at a break, 2 when the database cannot be read. Run by `npm run ledger:verify`.
 */
import { openClient } from "../database/connection.ts";
import { unreachable } from "../platform/result.ts";
import { fingerprint, type Break } from "./chain.ts";
import { verifyAll, type ChainReport } from "./verify.ts";

function reasonWords(reason: Break["reason"]): string {
  switch (reason) {
    case "gap":
      return "缺少这一条 (entry missing)";
    case "previousHash":
      return "与前一条接不上 (does not follow the entry before)";
    case "hash":
      return "内容被改动 (content changed)";
    case "head":
      return "末尾与链头不符 (end and head differ)";
    default:
      return unreachable(reason);
  }
}

function lineOf({ scope, entries, hash, broken }: ChainReport): string {
  if (broken !== null) return `断 BROKEN  ${scope}  第 ${broken.sequence} 条 (entry ${broken.sequence})：${reasonWords(broken.reason)}`;
  const groups = fingerprint(hash).match(/.{4}/g) ?? [];
  return `好 ok  ${scope}  ${entries} 条 (entries)  ${groups.join(" ")}`;
}

const client = await openClient(process.env["DATABASE_URL"] ?? "");
if (!client.ok) {
  console.error(`无法读取数据库 (cannot read the database): ${client.error.kind}`);
  process.exit(2);
}
let chains = 0;
let breaks = 0;
for await (const report of verifyAll(async (statement, parameters) => (await client.value.query(statement, [...parameters])).rows)) {
  chains += 1;
  if (report.broken !== null) breaks += 1;
  console.log(lineOf(report));
}
await client.value.end();
console.log(breaks === 0 ? `全部 ${chains} 条链完好 (all ${chains} chains hold)` : `${chains} 条链中有 ${breaks} 条断开 (${breaks} of ${chains} chains broken)`);
process.exitCode = breaks === 0 ? 0 : 1;
