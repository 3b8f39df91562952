import { performance } from "node:perf_hooks";
import { z } from "zod";
import { paperMarks } from "../lib/count/model.ts";
import { prepare, startServer } from "./server.ts";
import { session } from "./session.ts";

/**
 * How long a teller waits for a paper to be kept: ten desks of one village, each with its own session, saving 50 papers a
 * second in all. Papers are sent at fixed times whether or not the earlier ones were answered (open loop), and the time
 * counts from when a paper was due. The yardstick is the health route asked at the same rate.
 */
const perSecond = 50;
const seconds = 20;

const prepared = z.object({ password: z.string(), desks: z.array(z.object({ username: z.string(), bundleId: z.string() })), papers: z.array(paperMarks) });

/** Sends one request at each tick of a fixed rate; milliseconds from when each was due to its answer, sorted. */
async function openLoop(count: number, send: (number: number) => Promise<Response>): Promise<readonly number[]> {
  const begun = performance.now() + 50;
  const one = async (number: number): Promise<number> => {
    const due = begun + (number * 1_000) / perSecond;
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    const response = await send(number);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`request ${number}: ${response.status}`);
    return performance.now() - due;
  };
  return (await Promise.all(Array.from({ length: count }, (_unused, number) => one(number)))).sort((left, right) => left - right);
}

function report(name: string, times: readonly number[], ratioTo?: string): void {
  for (const percent of [50, 95, 99]) {
    const value = Math.round((times[Math.ceil((times.length * percent) / 100) - 1] ?? 0) * 10) / 10;
    console.log(JSON.stringify({ name: `${name}.p${percent}`, value, unit: "ms", ...(ratioTo === undefined ? {} : { ratioTo: `${ratioTo}.p${percent}` }) }));
  }
}

const server = await startServer();
try {
  const { password, desks, papers } = prepared.parse(prepare(server, "bench/count-tellers.ts"));
  const tellers: { readonly bundleId: string; readonly cookie: string }[] = [];
  for (const { username, bundleId } of desks) tellers.push({ bundleId, cookie: await session(server.base, username, password) });
  const save = (number: number): Promise<Response> => {
    const teller = tellers[number % tellers.length];
    if (teller === undefined) throw new Error("no tellers");
    const place = Math.floor(number / tellers.length) % papers.length;
    const body = JSON.stringify({ pass: 1, marks: papers[place] });
    return fetch(`${server.base}/api/count/bundles/${teller.bundleId}/papers/${place + 1}`, { method: "PUT", body, headers: { cookie: teller.cookie, "content-type": "application/json" } });
  };
  const health = (): Promise<Response> => fetch(`${server.base}/api/health`);
  await openLoop(2 * perSecond, health);
  report("health.50perSecond", await openLoop(5 * perSecond, health));
  await openLoop(2 * perSecond, save);
  report("count.save.10tellers.50perSecond", await openLoop(seconds * perSecond, save), "health.50perSecond");
} finally {
  await server.stop();
}
