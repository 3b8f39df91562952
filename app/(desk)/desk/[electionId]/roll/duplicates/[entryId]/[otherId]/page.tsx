import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { TextField } from "#components/form/TextFields.tsx";
import { MergeForm } from "#components/roll/duplicates/MergeForm.tsx";
import { PairTable } from "#components/roll/duplicates/PairTable.tsx";
import { RollNav } from "#components/roll/RollNav.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { may } from "#lib/access/permissions.ts";
import { mergePreview } from "#lib/roll/duplicates/merge-queries.ts";
import { isLikely } from "#lib/roll/duplicates/model.ts";
import { duplicatePair } from "#lib/roll/duplicates/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { mergeEntriesAction, tellApartAction, yieldToVillageAction } from "../../actions.ts";

/** One pair of entries that are, or may be, one person: give way to the other village, merge, or say that they are two. */
export default guardedPage("roll.write", electionPlace, async ({ db, params, search, actor, place }) => {
  const electionId = params["electionId"] ?? "";
  const [entryId, otherId] = [params["entryId"] ?? "", params["otherId"] ?? ""];
  const pair = await duplicatePair(db, electionId, entryId, otherId);
  if (pair === null) notFound();
  const [own, other] = pair.sides;
  const within = own.electionId === other.electionId;
  const open = pair.state === "open";
  const keep = search["keep"] === entryId || search["keep"] === otherId ? search["keep"] : null;
  const preview = within && open ? await mergePreview(db, electionId, entryId, otherId, keep) : null;
  const t = await getTranslations("duplicates");
  const f = await getTranslations("fields");
  const base = `/desk/${electionId}/roll/duplicates`;
  return (
    <>
      <Heading>{t("pair.title", { name: own.name })}</Heading>
      <Lede>{t(pair.state === "settled" ? "pair.settledLede" : pair.state === "apart" ? "pair.apartLede" : within ? "pair.ledeWithin" : isLikely(pair.kind) ? "pair.ledeLikely" : "pair.lede", { village: other.village, posted: own.published ? "own" : other.published ? "theirs" : "none" })}</Lede>
      <RollNav electionId={electionId} current="duplicates" actor={actor} place={place} />
      <PairTable caption={t("pair.title", { name: own.name })} pairs={[pair]} empty="" heads={[t("head.own"), t(within ? "head.same" : "head.other")]} />
      {preview === null ? null : <MergeForm preview={preview} action={mergeEntriesAction} swapHref={`${base}/${entryId}/${otherId}?keep=${preview.gone.id}`} />}
      {!within && open && own.status === "listed" ? (
        <section>
          <Heading level={2}>{t("yield.title", { village: other.village })}</Heading>
          <p>{t(own.published ? "yield.ledePosted" : "yield.lede", { village: other.village })}</p>
          <CommandForm action={yieldToVillageAction} formId="yield" hidden={{ entryId: own.entryId, otherId: other.entryId, version: String(own.version) }} submitLabel={t("yield.submit")}>
            <TextField name="reason" label={f("reason")} hint={t("yield.hint")} />
          </CommandForm>
          <p>{t("yield.keep", { village: other.village })}</p>
        </section>
      ) : null}
      {isLikely(pair.kind) && open && !own.answered ? (
        <section>
          <Heading level={2}>{t("apart.title")}</Heading>
          <p>{t(within ? "apart.ledeWithin" : "apart.lede", { village: other.village })}</p>
          <CommandForm action={tellApartAction} formId="apart" hidden={{ entryId: own.entryId, otherId: other.entryId }} submitLabel={t("apart.submit")} look="secondary">
            <TextField name="reason" label={f("reason")} hint={t("apart.hint")} />
          </CommandForm>
        </section>
      ) : null}
      {isLikely(pair.kind) && open && own.answered ? <p>{t("apart.waiting", { village: other.village })}</p> : null}
      {!within && open && own.leaving ? <p>{t("pair.leaving", { village: other.village })} {may(actor.grants, "roll.publish", place) ? <Link href={`/desk/${electionId}/roll/publish`}>{t("pair.toSupplement")}</Link> : null}</p> : null}
      {pair.state === "dropped" ? <p>{t("pair.dropped")} <Link href={`/desk/${electionId}/roll/list/${own.entryId}`}>{t("pair.toEntry")}</Link></p> : null}
      <p><Link href={`/desk/${electionId}/roll/list/${own.entryId}`}>{t("pair.entry")}</Link> · <Link href={base}>{t("pair.back")}</Link></p>
    </>
  );
});
