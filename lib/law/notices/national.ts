import type { NoticeKind } from "../notice-set.ts";
import { EARLY_NOTICES } from "./early.ts";
import { LATE_NOTICES } from "./late.ts";
import { MIDDLE_NOTICES } from "./middle.ts";

/**
 * The numbered set that holds where no pack says otherwise. Numbers and order are custom, not law: they differ from
 * county to county, and a pack may change any of them.
 */
export const NATIONAL_NOTICES: readonly NoticeKind[] = [...EARLY_NOTICES, ...MIDDLE_NOTICES, ...LATE_NOTICES];
