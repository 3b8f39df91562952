import { HolidayPage } from "#components/plan/HolidayPage.tsx";
import { guardedPage, systemPlace } from "#lib/web/page.ts";
import { enterHolidaysAction } from "../../actions.ts";

/** Holidays and make-up workdays of the whole installation. */
export default guardedPage("holidays.write", systemPlace, ({ db, search }) => Promise.resolve(<HolidayPage db={db} county={null} done={search["done"] === "holidays"} action={enterHolidaysAction} />));
