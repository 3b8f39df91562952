import { z } from "zod";
import { LIST_PAPERS } from "../name-pages.ts";
import { caseHead, cell, day, proof, sex, words } from "./shared.ts";

/** `made`: who took the paper out of the roll and when, at its foot. */
const head = { ...caseHead.shape, electionDay: day, made: words } as const;
const group = { group: words } as const;

/**
 * 选民登记表: the register by household, for the house-by-house check: what is on record, when and how he was
 * reached and what he said himself, or room for it. */
export const registrationSheetModel = z.object({
  ...head,
  date: day,
  groups: z
    .array(
      z.object({
        ...group,
        households: z.array(
          z.object({
            number: cell,
            people: z
              .array(z.object({ name: words, relation: cell, sex, bornOn: day, ethnicity: cell, category: z.int().min(1).max(3), standing: words, checked: cell, said: cell }))
              .min(1),
          }),
        ),
      }),
    )
    .min(1),
});

/** 选民证: eight to a sheet, each with its number on the list and a QR code of that number for the issue desk. */
export const voterCardsModel = z.object({
  ...head,
  issuer: words,
  hours: cell,
  cards: z.array(z.object({ number: z.int().positive(), name: words, sex, ...group, place: cell, qr: words.max(120) })).min(1),
});

/** 入户通知书: one for each household with its voters, day, hours and place, and a receipt to cut off and sign. */
export const householdNoticesModel = z.object({
  ...head,
  issuer: words,
  date: day,
  hours: cell,
  households: z.array(z.object({ ...group, number: cell, head: words, voters: z.array(words).min(1), place: cell })).min(1),
});

/**
 * The list in use on a day (使用名单): the posted version with its supplements, for reading; or, with `sign`, the sheet on
 * which whoever is handed a ballot signs (领票签名册). Every person with his number on the list.
 */
export const rollListModel = z.object({
  ...head,
  title: words,
  /** Which notices the list rests on. */
  basis: words,
  paper: z.enum(LIST_PAPERS),
  columns: z.int().min(1).max(5),
  sign: z.boolean(),
  groups: z.array(z.object({ title: words, people: z.array(z.object({ number: z.int().positive(), name: words, note: words.nullable(), sex })) })).min(1),
  listHash: z.string().regex(/^[0-9a-f]{64}$/),
  proof,
});
