import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "../platform/env.ts";
import { PrismaClient } from "./generated/client.ts";

/** A database connection pool, or a transaction of it. */
export type Database = PrismaClient;
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
/** Whatever can read: the pool or a running transaction. */
export type Reader = Transaction;

/** Opens a pool on an address. An empty address is refused: the driver would silently try a default port. */
export function connect(url: string, connections = 10): PrismaClient {
  if (url === "") throw new Error("no database address");
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: connections }) });
}

const shared: { client?: PrismaClient } = {};

/** The running program's one pool, as the application role. */
export function database(): PrismaClient {
  shared.client ??= connect(env().DATABASE_URL);
  return shared.client;
}
