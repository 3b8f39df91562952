"use server";

import { tellApart, yieldToVillage } from "#lib/roll/duplicates/commands.ts";
import { mergeEntries, unmergeEntries } from "#lib/roll/duplicates/merge-commands.ts";
import { formAction } from "#lib/web/action.ts";

const pairsPage = (electionId: string, done: string): string => `/desk/${electionId}/roll/duplicates?done=${done}`;

export const yieldToVillageAction = formAction(yieldToVillage, ({ electionId }) => pairsPage(electionId, "yielded"));
export const tellApartAction = formAction(tellApart, ({ electionId }) => pairsPage(electionId, "apart"));
export const mergeEntriesAction = formAction(mergeEntries, ({ electionId }) => pairsPage(electionId, "merged"));
export const unmergeEntriesAction = formAction(unmergeEntries, ({ electionId }) => pairsPage(electionId, "unmerged"));
