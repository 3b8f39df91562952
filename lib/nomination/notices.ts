import type { z } from "zod";
import { seatsOf } from "../committee/seats.ts";
import type { Reader } from "../database/client.ts";
import { electionLaw, lawFields } from "../election/law.ts";
import { noticeCommand, nothingElse, type Draft } from "../election/notice-command.ts";
import { peopleByIds, type ListedPerson } from "../election/people.ts";
import { nomineesExtra } from "./model.ts";
import { nomineesFill, primaryMethodFill, primaryResultFill, type PaperOffice } from "./nominee-papers.ts";
import { primaryOf } from "./primary-queries.ts";
import { primaryVotersFinding } from "./primary-rules.ts";
import { inRunning, orderNames, roundContests, selectCandidates, tieFinding, type Standing } from "./rules.ts";
import { standingsOf } from "./standings.ts";

const isPerson = (person: ListedPerson | undefined): person is ListedPerson => person !== undefined;

/** Nominees with their offices, as all three notices need them. */
async function nominationOf(db: Reader, electionId: string) {
  const row = await db.election.findUnique({ where: { id: electionId }, select: lawFields });
  if (row === null) return null;
  const nominees = await standingsOf(db, electionId);
  const people = await peopleByIds(db, electionId, nominees.map((nominee) => nominee.rollEntryId));
  const named = (rows: readonly Standing[]): readonly ListedPerson[] => rows.map((nominee) => people.get(nominee.rollEntryId)).filter(isPerson);
  return { law: electionLaw(row), plans: await seatsOf(db, electionId), nominees, named };
}

/** Drafts notice 8; null before anybody is nominated. */
export async function draftNominees(db: Reader, electionId: string, extra: z.output<typeof nomineesExtra>): Promise<Draft | null> {
  const found = await nominationOf(db, electionId);
  if (found === null || !found.nominees.some(inRunning)) return null;
  const offices = found.plans.map((plan): PaperOffice => {
    const running = found.nominees.filter((nominee) => nominee.contest === plan.contest && inRunning(nominee));
    return { plan, people: found.named(orderNames(running, extra.order, new Map())) };
  });
  return { body: nomineesFill(offices, extra.order, extra.objectionsUntil), findings: [] };
}

/** Drafts notice 8-1; null before the primary's method is set, or where nobody is too many. */
export async function draftPrimaryMethod(db: Reader, electionId: string): Promise<Draft | null> {
  const [found, primary] = [await nominationOf(db, electionId), await primaryOf(db, electionId)];
  if (found === null || primary === null) return null;
  const about = new Set(roundContests(found.plans, found.nominees, 0).map((contest) => contest.plan.contest));
  const offices = found.plans.filter((plan) => about.has(plan.contest)).map((plan): PaperOffice => {
    const running = found.nominees.filter((nominee) => nominee.contest === plan.contest && inRunning(nominee));
    return { plan, people: found.named(orderNames(running, "surnameStrokes", new Map())) };
  });
  return offices.length === 0 ? null : { body: primaryMethodFill(primary, offices), findings: [primaryVotersFinding(primary.voters, found.law)] };
}

/** Drafts notice 8-2; null before a voting of the primary is recorded. */
export async function draftPrimaryResult(db: Reader, electionId: string): Promise<Draft | null> {
  const [found, primary] = [await nominationOf(db, electionId), await primaryOf(db, electionId)];
  if (found === null || primary === null || primary.rounds.length === 0) return null;
  const selections = found.plans.map((plan) => selectCandidates(plan, found.nominees, false)).filter((selection) => selection.primary);
  const offices = selections.map((selection) => {
    const chosen = new Set(selection.chosen.map((nominee) => nominee.id));
    const stood = found.nominees.filter((nominee) => nominee.contest === selection.plan.contest && nominee.rounds.some((votes) => votes !== null));
    const people = orderNames(stood, "votes", new Map());
    return { plan: selection.plan, people: found.named(people), votes: people.map((nominee) => nominee.rounds), chosen: people.map((nominee) => chosen.has(nominee.id)) };
  });
  return { body: primaryResultFill(primary, offices), findings: selections.flatMap((selection) => tieFinding(selection, found.law)) };
}

/** Issues notice 8 (初步候选人名单公告). */
export const issueNominees = noticeCommand({ code: "nominees", extra: nomineesExtra, draft: (db, electionId, extra) => draftNominees(db, electionId, extra) });

/** Issues notice 8-1 (候选人预选办法公告). */
export const issuePrimaryMethod = noticeCommand({ code: "primaryMethod", extra: nothingElse, draft: (db, electionId) => draftPrimaryMethod(db, electionId) });

/** Issues notice 8-2 (候选人预选结果公告). */
export const issuePrimaryResult = noticeCommand({ code: "primaryResult", extra: nothingElse, draft: (db, electionId) => draftPrimaryResult(db, electionId) });
