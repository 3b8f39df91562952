import { NextResponse } from "next/server";
import { publicRoute } from "#lib/web/route.ts";

/** Whether the program and its database answer: 200, or 503 when the database does not. Says nothing else. */
export const GET = publicRoute(async ({ db }) => {
  try {
    await db.$queryRaw`SELECT 1`;
    return NextResponse.json({ status: "ok" });
  } catch {
    return NextResponse.json({ status: "databaseUnreachable" }, { status: 503 });
  }
});
