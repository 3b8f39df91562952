import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay } from "#lib/calendar/day.ts";
import { CONTACT_OUTCOMES, CONTACT_STATEMENTS, CONTACT_WAYS } from "#lib/roll/contact.ts";
import { EXCLUSIONS, type RollLaw } from "#lib/roll/model.ts";
import { statusOn } from "#lib/roll/rules.ts";
import type { EntryContent } from "./change.ts";
import { afterContact, contactIssue, overwrites, REPORT_FINDINGS, sameAfterContact, type Report, type Visited } from "./contact-rules.ts";
import { restand } from "./rules.ts";

const law: RollLaw = { voterAge: 18 };
const ELECTION_DAY = "2026-04-18";

const dayBetween = (first: number, last: number) => fc.integer({ min: first, max: last }).map(formatDay);
const visitDay = dayBetween(20_480, 20_560);
const says = fc.record({ takesPart: fc.boolean(), heard: fc.option(fc.record({ on: visitDay, how: fc.constantFrom("visit", "phone", "message") })) });

/** Entries as the roll can hold them: a statement of people away only, of the third category only the meeting's consent. */
const anyEntry: fc.Arbitrary<EntryContent> = fc
  .record({
    category: fc.constantFrom(1, 2, 3),
    bornOn: dayBetween(-8_000, 15_000),
    exclusion: fc.option(fc.constantFrom(...EXCLUSIONS), { freq: 4 }),
    said: fc.option(says),
    consented: fc.boolean(),
    openFindings: fc.subarray(["id15", "likelyDuplicate", REPORT_FINDINGS.died]),
  })
  .map(({ category, bornOn, exclusion, said, consented, openFindings }) => {
    const statement = category === 2 && said !== null ? said : { takesPart: category === 3 && consented ? true : null, heard: null };
    const content = {
      name: "张国强", paperName: null, sex: "male", bornOn, ethnicity: null, relation: null, groupNumber: 3, householdNumber: "3012", category, livesHere: category !== 2, ...statement,
      exclusion, exclusionNote: null, exclusionGround: null, application: null, status: "listed", openFindings, remarks: null,
    } as const;
    return restand(content, {}, ELECTION_DAY, law);
  });

/** Contacts as `contactIssue` lets them through. */
const anyContact: fc.Arbitrary<Visited> = fc
  .record({ how: fc.constantFrom(...CONTACT_WAYS), outcome: fc.constantFrom(...CONTACT_OUTCOMES), statement: fc.constantFrom(...CONTACT_STATEMENTS), day: visitDay, livesHere: fc.option(fc.boolean()) })
  .filter((contact) => contactIssue(contact, "2099-01-01").ok);
const anyReports: fc.Arbitrary<readonly Report[]> = fc.subarray(["died", "movedOut"]);

const met = (content: EntryContent, contact: Visited, reports: readonly Report[] = []): EntryContent => afterContact(content, contact, reports, ELECTION_DAY, law);

describe("R-04: what an entry says after a contact", () => {
  it("changes nothing but residence, statement, findings and what follows from them, and strikes nobody off", () => {
    fc.assert(
      fc.property(anyEntry, anyContact, anyReports, (content, contact, reports) => {
        const after = met(content, contact, reports);
        const { category, livesHere, takesPart, heard, openFindings, status } = after;
        expect(after).toEqual({ ...content, category, livesHere, takesPart, heard, openFindings, status });
        expect(status).toBe(statusOn({ birthDate: content.bornOn, category, takesPart, exclusion: content.exclusion }, ELECTION_DAY, law));
        expect(livesHere).toBe(category !== 2);
      }),
    );
  });

  it("moves people between the first and the second category only, by where they were seen to live", () => {
    fc.assert(
      fc.property(anyEntry, anyContact, (content, contact) => {
        const { category } = met(content, contact);
        const moved = contact.livesHere === null ? content.category : contact.livesHere ? 1 : 2;
        expect(category).toBe(content.category === 3 ? 3 : moved);
      }),
    );
  });

  it("takes a statement from the person himself alone, of somebody away, and not over one heard on a later day", () => {
    fc.assert(
      fc.property(anyEntry, anyContact, (content, contact) => {
        const after = met(content, contact);
        const himself = contact.statement !== "none" && contact.how !== "family" && contact.outcome !== "notReached";
        const later = content.heard !== null && content.heard.on > contact.day;
        if (after.category === 2 && himself && !later) {
          expect(after).toMatchObject({ takesPart: contact.statement === "takesPart", heard: { on: contact.day, how: contact.how } });
        } else if (after.category === content.category) {
          expect(after).toMatchObject({ takesPart: content.takesPart, heard: content.heard });
        } else {
          // Who was believed away or at home before has said nothing yet as what he is now.
          expect(after).toMatchObject({ takesPart: null, heard: null });
        }
      }),
    );
  });

  it("comes out the same in whatever order contacts of different days arrive", () => {
    const days = fc.uniqueArray(visitDay, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyEntry, days.chain((on) => fc.tuple(fc.tuple(...on.map((day) => anyContact.map((contact) => ({ ...contact, day, livesHere: null })))), fc.shuffledSubarray([...on.keys()], { minLength: on.length }))), (content, [contacts, order]) => {
        const inTurn = contacts.toSorted((one, other) => (one.day < other.day ? -1 : 1)).reduce((now, contact) => met(now, contact), content);
        const shuffled = order.reduce((now, place) => { const contact = contacts[place]; return contact === undefined ? now : met(now, contact); }, content);
        expect(shuffled).toEqual(inTurn);
      }),
    );
  });

  it("is the same after the same contact again, which then overwrites nothing", () => {
    fc.assert(
      fc.property(anyEntry, anyContact, anyReports, (content, contact, reports) => {
        const once = met(content, contact, reports);
        const again = met(once, contact, reports);
        expect(again).toEqual(once);
        expect(sameAfterContact(once, again)).toBe(true);
        expect(overwrites(once, again)).toBe(false);
      }),
    );
  });

  it("adds each report once to what the desk has to look at, and loses nothing of it", () => {
    fc.assert(
      fc.property(anyEntry, anyContact, anyReports, (content, contact, reports) => {
        const expected = new Set([...content.openFindings, ...reports.map((report) => REPORT_FINDINGS[report])]);
        expect(met(content, contact, reports).openFindings).toEqual([...expected]);
      }),
    );
  });
});

describe("a contact that cannot have been so", () => {
  const visit: Visited = { how: "visit", outcome: "seen", statement: "takesPart", day: "2026-03-10", livesHere: null };
  it.each([
    ["heard on a day to come", { day: "2026-03-11" }, "day:inFuture"],
    ["a statement through the family", { how: "family" }, "said:notSaidHimself"],
    ["a statement of somebody who was not reached", { outcome: "notReached" }, "said:saidByNobody"],
    ["nothing stated through the family", { how: "family", statement: "none" }, "ok"],
    ["a statement at the door today", {}, "ok"],
  ] as const)("%s", (_what, change, expected) => {
    const found = contactIssue({ ...visit, ...change }, "2026-03-10");
    expect(found.ok ? "ok" : found.error.kind === "invalid" ? found.error.issues.map(({ field, code }) => `${field}:${code}`).join() : found.error.kind).toBe(expected);
  });
});
