import { z } from "zod";
import { liveTally, liveVoteOf } from "#lib/count/live.ts";
import { watchCount } from "#lib/count/live-hub.ts";
import { publicRoute } from "#lib/web/route.ts";

const beatMs = 25_000;

/** The live count as server-sent events: the tally now, and again after every change. For everybody: the count is public by law. */
export const GET = publicRoute(async ({ request, params, db }) => {
  const electionId = z.uuid().safeParse(params["electionId"]);
  const voteId = electionId.success ? await liveVoteOf(db, electionId.data) : null;
  if (!electionId.success || voteId === null) return new Response(null, { status: 404 });
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const send = (text: string): void => controller.enqueue(encoder.encode(text));
      const leave = watchCount(db, electionId.data, (tally) => send(`data: ${JSON.stringify(tally)}\n\n`));
      const beat = setInterval(() => send(": still here\n\n"), beatMs);
      stop = () => {
        stop = () => undefined;
        clearInterval(beat);
        leave();
        controller.close();
      };
      request.signal.addEventListener("abort", () => stop());
      const first = await liveTally(db, voteId);
      if (first !== null) send(`data: ${JSON.stringify(first)}\n\n`);
    },
    cancel: () => stop(),
  });
  return new Response(stream, { headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store, no-transform", "x-accel-buffering": "no" } });
});
