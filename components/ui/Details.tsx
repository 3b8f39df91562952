import type { ReactNode } from "react";

/** More for those who want it; opens without JavaScript, and is printed open. */
export function Details({ summary, children, open = false }: { readonly summary: ReactNode; readonly children: ReactNode; readonly open?: boolean }) {
  return (
    <details className="details" open={open}>
      <summary>{summary}</summary>
      <div className="details-body">{children}</div>
    </details>
  );
}
