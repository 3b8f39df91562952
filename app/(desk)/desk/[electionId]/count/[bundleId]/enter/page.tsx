import { notFound, redirect } from "next/navigation";
import { EntryDesk } from "#components/count/EntryDesk.tsx";
import { enters } from "#lib/count/bundle.ts";
import { bundlePage } from "#lib/count/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";

/** The entry of the bundle that this teller holds; everybody else is led to the bundle's own page. */
export default guardedPage("count.enter", electionPlace, async ({ db, actor, params }) => {
  const electionId = params["electionId"] ?? "";
  const page = await bundlePage(db, params["bundleId"] ?? "", electionId);
  if (page === null) notFound();
  const { bundle, form, round, words } = page;
  const pass = enters(bundle, actor.accountId, 1) ? 1 : enters(bundle, actor.accountId, 2) ? 2 : null;
  if (pass === null) redirect(`/desk/${electionId}/count/${bundle.id}`);
  return (
    <EntryDesk
      key={`${bundle.id}-${pass}`} bundle={{ id: bundle.id, number: bundle.number, size: bundle.size }} voteId={bundle.voteId} pass={pass} teller={actor.name} form={form}
      kept={[...round.marks[pass]]} words={Object.fromEntries(words)} doneHref={`/desk/${electionId}/count`}
    />
  );
});
