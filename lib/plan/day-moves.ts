import type { Transaction } from "../database/client.ts";
import { abandon } from "../platform/command.ts";

/** Columns of an ask that its commands read. */
export const changeFields = { id: true, electionId: true, fromDay: true, toDay: true, reason: true, state: true, askedBy: true, decidedAt: true, version: true } as const;

type Moved = { readonly state: string; readonly decidedAt?: Date; readonly decidedBy?: string; readonly decidedByName?: string; readonly decisionReason?: string; readonly noticeId?: string; readonly inForceAt?: Date };

/** Moves an ask on from the version that was read. */
export async function move(tx: Transaction, change: { readonly id: string; readonly version: number }, data: Moved): Promise<void> {
  const { count } = await tx.dayChange.updateMany({ where: { id: change.id, version: change.version }, data: { ...data, version: { increment: 1 } } });
  if (count !== 1) abandon({ kind: "conflict" });
}
