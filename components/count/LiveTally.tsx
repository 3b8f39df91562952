import type { LiveTally as Tally } from "#lib/count/live.ts";
import { LiveBoard } from "./LiveBoard.tsx";

/**
 * The live count: drawn by the server, kept up to date by server-sent events; without JavaScript the page loads itself anew.
 * `screen` is the look for the beamer in the hall.
 */
export function LiveTally({ tally, look }: { readonly tally: Tally; readonly look: "page" | "screen" }) {
  return (
    <>
      {tally.determined ? null : (
        <noscript>
          <meta httpEquiv="refresh" content="20" />
        </noscript>
      )}
      <LiveBoard initial={tally} look={look} />
    </>
  );
}
