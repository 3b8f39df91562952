import { getTranslations } from "next-intl/server";
import { CountNav } from "#components/count/CountNav.tsx";
import { WrittenNameCard } from "#components/count/WrittenNameCard.tsx";
import { VoteHeading } from "#components/count/VoteHeading.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { may } from "#lib/access/permissions.ts";
import { countVotes, writtenNames } from "#lib/count/queries.ts";
import { findPeople, personLabel } from "#lib/election/people.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { confirmWrittenNameAction, mergeWrittenNameAction, undoWrittenNameAction } from "../actions.ts";

/** Written-in names: whom each means, said by one person and confirmed by another. */
export default guardedPage("count.read", electionPlace, async ({ db, actor, place, params, search }) => {
  const electionId = params["electionId"] ?? "";
  const t = await getTranslations("count.names");
  const votes = await countVotes(db, electionId);
  const vote = votes.find((one) => one.number === Number(search["vote"])) ?? votes[0];
  const names = vote === undefined ? [] : await writtenNames(db, vote.id);
  const asked = { name: search["name"], question: typeof search["q"] === "string" ? search["q"] : "" };
  const cards = await Promise.all(names.map(async (name) => ({
    name, people: name.rollEntryId === null ? (await findPeople(db, electionId, asked.name === name.id ? asked.question : name.text, 9)).map((person) => ({ id: person.id, label: personLabel(person) })) : [],
  })));
  const mayDo = { merge: may(actor.grants, "count.mergeName", place) && vote?.state === "counting", confirm: may(actor.grants, "count.settle", place) && vote?.state === "counting" };
  return (
    <>
      <Heading>{t("title")}</Heading>
      <CountNav electionId={electionId} current="names" />
      {vote === undefined ? null : <VoteHeading vote={vote} votes={votes} hrefOf={(one) => `/desk/${electionId}/count/names?vote=${one.number}`} />}
      <Lede>{t("explain")}</Lede>
      {cards.length === 0 ? <p>{t("none")}</p> : null}
      {cards.map(({ name, people }) => (
        <WrittenNameCard
          key={name.id} name={name} people={people} question={asked.name === name.id ? asked.question : ""} mayDo={{ ...mayDo, confirm: mayDo.confirm && name.mergedBy !== actor.accountId }}
          actions={{ merge: mergeWrittenNameAction, confirm: confirmWrittenNameAction, undo: undoWrittenNameAction }}
        />
      ))}
    </>
  );
});
