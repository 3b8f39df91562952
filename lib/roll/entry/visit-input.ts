import { z } from "zod";
import { day, id, line, list, optionalLine, version, whole } from "#lib/platform/fields.ts";
import { CONTACT_OUTCOMES, CONTACT_STATEMENTS, CONTACT_WAYS } from "#lib/roll/contact.ts";
import { MOST_NEWCOMERS } from "#lib/roll/houses/model.ts";

/** Most people of one request: several households that waited for a connection go together. */
export const LARGEST_VISIT = 200;

const contact = { day, how: z.enum(CONTACT_WAYS), outcome: z.enum(CONTACT_OUTCOMES) };
/** As forms name it: `statement` is what an objection says. */
const said = z.enum(CONTACT_STATEMENTS);

/** One contact typed at the desk (见到人、听到声、留下记录). */
export const contactInput = z.object({ entryId: id, version, ...contact, said, note: optionalLine(200) });

/** The same contact with several people, such as a letter sent to everybody away. */
export const contactsInput = z.object({ electionId: id, entryIds: list(id).pipe(z.array(id).min(1).max(500)), ...contact, said, note: optionalLine(200) });

const visitItem = z.object({
  requestId: id, entryId: id, version, ...contact, statement: said,
  livesHere: z.boolean().nullable(),
  reports: z.array(z.enum(["died", "movedOut"])).max(2),
  note: line(200).optional(),
});

/** People at a door who are on no register. */
const newcomers = z.object({ requestId: id, groupNumber: whole(0, 999), householdNumber: line(30).nullable(), people: whole(1, MOST_NEWCOMERS) });

/** What a phone brings of the house-by-house visits: each item counts once, by its own id. */
export const visitInput = z.object({ electionId: id, items: z.array(visitItem).max(LARGEST_VISIT), newcomers: z.array(newcomers.extend({ day: day.optional() })).max(LARGEST_VISIT) });
export type VisitItem = z.output<typeof visitItem>;
