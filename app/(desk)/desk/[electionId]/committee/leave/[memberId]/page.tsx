import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { DateField } from "#components/form/TextFields.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { today } from "#lib/calendar/day.ts";
import { leaveReasons } from "#lib/committee/model.ts";
import { committeeView, memberOf } from "#lib/committee/queries.ts";
import { electionPlace, guardedPage } from "#lib/web/page.ts";
import { memberLeavesAction } from "../../actions.ts";

/** A member leaves the election committee; says beforehand who will step in. */
export default guardedPage("committee.write", electionPlace, async ({ db, params, now }) => {
  const view = await committeeView(db, params["electionId"] ?? "");
  const member = view === null ? null : memberOf(view, params["memberId"] ?? "");
  if (view === null || member === null || member.state === "left") notFound();
  const t = await getTranslations("committee");
  const fields = await getTranslations("fields");
  const next = view.members.find((other) => other.state === "reserve" && other.id !== member.id);
  return (
    <>
      <Heading>{t("leave.title", { name: member.name })}</Heading>
      <Lede>{member.state === "reserve" ? t("leave.reserve") : next === undefined ? t("leave.nobody") : t("leave.next", { name: next.name })}</Lede>
      <CommandForm action={memberLeavesAction} hidden={{ memberId: member.id }} submitLabel={t("leave.submit")} look="warning" aside={<ButtonLink href={`/desk/${view.electionId}/committee`} look="secondary">{t("back")}</ButtonLink>}>
        <RadioField name="reason" label={fields("reason")} choices={leaveReasons.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))} />
        <DateField name="leftOn" label={fields("leftOn")} defaultValue={today(now)} max={today(now)} />
      </CommandForm>
    </>
  );
});
