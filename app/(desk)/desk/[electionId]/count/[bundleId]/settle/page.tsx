import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MarksWords } from "#components/count/MarksWords.tsx";
import { SettleForm } from "#components/count/SettleForm.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { maySettle } from "#lib/count/bundle.ts";
import { differingContests } from "#lib/count/compare.ts";
import { readersOf, writtenPersons } from "#lib/count/load.ts";
import { paperNumber } from "#lib/count/model.ts";
import { bundlePage } from "#lib/count/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { settlePaperAction } from "../../actions.ts";

/** The next paper on which the two entries differ, side by side, to be settled from the paper by a third person. */
export default guardedPage("count.settle", electionPlace, async ({ db, actor, params }) => {
  const electionId = params["electionId"] ?? "";
  const page = await bundlePage(db, params["bundleId"] ?? "", electionId);
  if (page === null) notFound();
  const { bundle, form, round, differing, words, names } = page;
  const open = differing.filter((paper) => !round.settled.has(paper));
  const [paper] = open;
  if (paper === undefined || maySettle(bundle, actor.accountId, readersOf(round)) !== null) redirect(`/desk/${electionId}/count/${bundle.id}`);
  const t = await getTranslations("count.settle");
  const [first, second] = [round.marks[1].get(paper), round.marks[2].get(paper)];
  if (first === undefined || second === undefined) notFound();
  const contests = differingContests(form, first, second, await writtenPersons(db, bundle.voteId));
  const nameOf = (accountId: string | null): string => (accountId === null ? "" : (names.get(accountId) ?? ""));
  return (
    <>
      <Heading>{t("title", { number: paperNumber(bundle.number, paper) })}</Heading>
      <Lede>{t("explain", { done: differing.length - open.length, all: differing.length })}</Lede>
      <div className="versus">
        <section>
          <Heading level={2}>{t("first", { name: nameOf(bundle.firstBy) })}</Heading>
          <MarksWords form={form} marks={first} words={words} differing={contests} />
        </section>
        <section>
          <Heading level={2}>{t("second", { name: nameOf(bundle.secondBy) })}</Heading>
          <MarksWords form={form} marks={second} words={words} differing={contests} />
        </section>
      </div>
      <SettleForm key={paper} action={settlePaperAction} bundleId={bundle.id} voteId={bundle.voteId} paper={paper} form={form} first={first} second={second} words={Object.fromEntries(words)} />
    </>
  );
});
