import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { repository } from "./options.ts";
import type { StartProblem } from "./problems.ts";

/** Whether a port can be listened on, on all addresses of the machine. */
export function portFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/** Null when the port is free; else the problem, with the next free port as a way out. */
export async function portProblem(port: number): Promise<StartProblem | null> {
  if (await portFree(port)) return null;
  for (let free = port + 1; free < 65_536; free += 1) if (await portFree(free)) return { kind: "portTaken", port, free };
  return { kind: "portTaken", port, free: 3000 };
}

/** Starts the web server as a child: the standalone build, or Next's development server. */
export function serve(server: string | null, port: number, environment: Readonly<Record<string, string>>): ChildProcess {
  const development = [path.join(repository, "node_modules/next/dist/bin/next"), "dev", "--port", String(port)];
  return spawn(process.execPath, server === null ? development : [server], {
    cwd: server === null ? repository : path.dirname(server),
    stdio: ["ignore", server === null ? "inherit" : "ignore", "pipe"],
    env: {
      ...process.env,
      ...environment,
      PORT: String(port),
      HOSTNAME: "0.0.0.0",
      AUTH_TRUST_HOST: "true",
      NODE_ENV: server === null ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
}

/** Waits until the server answers a request; false when its process ended first. */
export async function answers(child: ChildProcess, port: number): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    try {
      await fetch(`http://127.0.0.1:${port}/api/health`, { redirect: "manual", signal: AbortSignal.timeout(30_000) });
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return false;
}

/** Ends a child: politely, and by force when it has not ended in time. */
export function endChild(child: ChildProcess, patienceMs = 10_000): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const force = setTimeout(() => child.kill("SIGKILL"), patienceMs);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

/** Addresses to type: this machine first, then those that others on the network use. */
export function addresses(port: number): readonly string[] {
  const others = Object.values(os.networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((entry) => entry.family === "IPv4" && !entry.internal)
    .map((entry) => entry.address);
  return ["localhost", ...others].map((host) => `http://${host}:${port}`);
}
