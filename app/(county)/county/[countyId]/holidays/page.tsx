import { notFound } from "next/navigation";
import { HolidayPage } from "#components/plan/HolidayPage.tsx";
import { countyPlace, guardedPage } from "#lib/web/page.ts";
import { enterHolidaysAction } from "../../../../(account)/actions.ts";

/** Holidays and make-up workdays of a county, over those of the installation. */
export default guardedPage("holidays.write", countyPlace, async ({ db, params, search }) => {
  const county = await db.county.findUnique({ where: { id: params["countyId"] ?? "" }, select: { id: true, name: true } });
  if (county === null) notFound();
  return <HolidayPage db={db} county={county} done={search["done"] === "holidays"} action={enterHolidaysAction} />;
});
