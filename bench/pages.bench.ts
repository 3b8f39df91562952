import { performance } from "node:perf_hooks";
import { startServer } from "./server.ts";

/**
 * How fast the public pages of the finished demonstration village answer with 20 visitors at once: each visitor asks
 * for a page, reads for a second, and asks for the next. The yardstick is the health route under the same visitors.
 */
const visitors = 20;
const rounds = 15;
const readingMs = 1_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function timed(url: string): Promise<number> {
  const begun = performance.now();
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return performance.now() - begun;
}

async function visit(base: string, paths: readonly string[], first: number): Promise<readonly number[]> {
  const times: number[] = [];
  await pause((first * readingMs) / visitors);
  for (let round = 0; round < rounds; round += 1) {
    times.push(await timed(`${base}${paths[(first + round) % paths.length] ?? "/"}`));
    await pause(readingMs);
  }
  return times;
}

async function percentile95(base: string, paths: readonly string[]): Promise<number> {
  for (const path of paths) await timed(`${base}${path}`);
  const all = (await Promise.all(Array.from({ length: visitors }, (_, index) => visit(base, paths, index)))).flat().sort((a, b) => a - b);
  return all[Math.ceil(all.length * 0.95) - 1] ?? 0;
}

/** Addresses of the finished village's pages, found as a visitor finds them: by following links from the first page. */
async function pagesOfFinishedVillage(base: string): Promise<readonly string[]> {
  const links = async (path: string, pattern: RegExp): Promise<readonly string[]> => {
    const html = await (await fetch(`${base}${path}`)).text();
    return [...new Set([...html.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? "").filter((href) => pattern.test(href)))];
  };
  const [township = ""] = await links("/", /^\/t\//);
  for (const village of await links(township, /^\/v\/[^/]+$/)) {
    const result = await links(village, /\/result$/);
    if (result.length === 0) continue;
    const notices = await links(village, /\/notices\//);
    return ["/", township, village, ...result, `${village}/check`, ...notices];
  }
  throw new Error("the demonstration has no finished village");
}

const server = await startServer();
try {
  const yardstick = await percentile95(server.base, ["/api/health"]);
  const pages = await percentile95(server.base, await pagesOfFinishedVillage(server.base));
  console.log(JSON.stringify({ name: "health.p95.20visitors", value: Math.round(yardstick * 10) / 10, unit: "ms" }));
  console.log(JSON.stringify({ name: "pages.finishedVillage.p95.20visitors", value: Math.round(pages * 10) / 10, unit: "ms", ratioTo: "health.p95.20visitors" }));
} finally {
  await server.stop();
}
