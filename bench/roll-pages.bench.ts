import { performance } from "node:perf_hooks";
import { z } from "zod";
import { prepare, startServer } from "./server.ts";
import { session } from "./session.ts";

/**
 * How fast the pages of a roll of 30,000 people answer one registrar, and five at once, each with a session of his own:
 * each opens a page, looks at it for half a second, and opens the next; searches and filters are among them. The
 * yardstick is the health route asked by the same people in the same rhythm.
 */
const rounds = 40;
const lookingMs = 500;

const prepared = z.object({ password: z.string(), usernames: z.array(z.string()), electionId: z.string() });

const searches = [
  "", "?page=300", "?page=600", "?text=建国", "?text=国", "?text=zhangjian", "?text=zjg", "?text=nobody", "?text=0012", "?group=7", "?status=listed", "?status=open", "?status=notStated&page=5",
  "?finding=likelyDuplicate", "?category=2", "?text=王&group=12&status=listed",
] as const;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function timed(url: string, cookie: string): Promise<number> {
  const begun = performance.now();
  const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  return performance.now() - begun;
}

/** Milliseconds of all answers, sorted. */
async function times(cookies: readonly string[], addresses: readonly string[]): Promise<readonly number[]> {
  for (const address of addresses) await timed(address, cookies[0] ?? "");
  const one = async (cookie: string, place: number): Promise<readonly number[]> => {
    const own: number[] = [];
    await pause((place * lookingMs) / cookies.length);
    for (let round = 0; round < rounds; round += 1) {
      own.push(await timed(addresses[(place * 3 + round) % addresses.length] ?? "", cookie));
      await pause(lookingMs);
    }
    return own;
  };
  return (await Promise.all(cookies.map(one))).flat().sort((left, right) => left - right);
}

function report(name: string, all: readonly number[], ratioTo?: string): void {
  for (const percent of [50, 95]) {
    const value = Math.round((all[Math.ceil((all.length * percent) / 100) - 1] ?? 0) * 10) / 10;
    console.log(JSON.stringify({ name: `${name}.p${percent}`, value, unit: "ms", ...(ratioTo === undefined ? {} : { ratioTo: `${ratioTo}.p${percent}` }) }));
  }
}

const server = await startServer();
try {
  const { password, usernames, electionId } = prepared.parse(prepare(server, "bench/roll-village.ts"));
  const cookies: string[] = [];
  for (const username of usernames) cookies.push(await session(server.base, username, password));
  const roll = `${server.base}/desk/${electionId}/roll`;
  const lists = searches.map((search) => `${roll}/list${search}`);
  for (const [who, signedIn] of [["1registrar", cookies.slice(0, 1)], ["5registrars", cookies]] as const) {
    const health = `health.${who}`;
    report(health, await times(signedIn, [`${server.base}/api/health`]));
    report(`roll.overview.30000.${who}`, await times(signedIn, [roll]), health);
    report(`roll.list.30000.${who}`, await times(signedIn, lists), health);
  }
} finally {
  await server.stop();
}
