import { z } from "zod";
import { openClient } from "#lib/database/connection.ts";
import { demoPassword } from "#lib/demo/world.ts";
import chinese from "../../messages/zh-CN.json" with { type: "json" };
import type { Contents } from "./demo.ts";
import { addresses } from "./serve.ts";

const accountsSchema = z.array(z.object({ username: z.string(), name: z.string(), role: z.string().nullable(), village: z.string().nullable() }));

const roleWords: Readonly<Record<string, string>> = chinese.roles;

/** What is printed when the program is up: addresses, and how to get in. */
export async function greeting(port: number, contents: Contents, ownerUrl: string): Promise<readonly string[]> {
  const [own = "", ...others] = addresses(port);
  const network = others.length === 0 ? [] : [`同一网络中的其他电脑或手机 / From other devices on this network:  ${others.join("  ")}`];
  return ["", `村选已启动，请打开 / Cunxuan is running, open:  ${own}`, ...network, ...(await howToEnter(contents, ownerUrl)), "", "按 Ctrl+C 停止。 / Press Ctrl+C to stop."];
}

async function howToEnter(contents: Contents, ownerUrl: string): Promise<readonly string[]> {
  switch (contents) {
    case "nothing":
      return ["首次使用：打开上面的地址，建立管理员账号。 / First use: open the address and create the administrator's account."];
    case "real":
      return [];
    case "demo":
    case "oldDemo": {
      const accounts = await demoAccounts(ownerUrl);
      return [
        "",
        `这是演示数据；正式使用请执行 npm start -- --empty 。 / This is a demonstration; for real use: npm start -- --empty`,
        `演示账号（密码均为 ${demoPassword}） / Demonstration accounts (password of all: ${demoPassword}):`,
        ...accounts.map(({ username, name, role, village }) => `  ${username.padEnd(16)} ${[village ?? "", roleWords[role ?? ""] ?? "", name].filter((part) => part !== "").join(" ")}`),
      ];
    }
  }
}

async function demoAccounts(ownerUrl: string): Promise<z.infer<typeof accountsSchema>> {
  const opened = await openClient(ownerUrl);
  if (!opened.ok) return [];
  try {
    const rows = await opened.value.query(`SELECT a.username, a.name, g.role, v.name AS village FROM "Account" a LEFT JOIN "Grant" g ON g."accountId" = a.id
         LEFT JOIN "Election" e ON g."scopeKind" = 'election' AND e.id = g."scopeId" LEFT JOIN "Village" v ON v.id = e."villageId"
       WHERE a."disabledAt" IS NULL ORDER BY v.code NULLS FIRST, a."createdAt", a.username LIMIT 30`);
    return accountsSchema.parse(rows.rows);
  } finally {
    await opened.value.end();
  }
}
