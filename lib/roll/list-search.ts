import { ROLL_CATEGORIES } from "./model.ts";
import { ROLL_FILTERS, type RollFilter } from "./queries.ts";

type Search = Readonly<Record<string, string | readonly string[] | undefined>>;
const textOf = (value: Search[string]): string => (typeof value === "string" ? value : "");

/** A page number of an address; 1 when it is none. */
export function pageOf(value: Search[string]): number {
  const page = Number(textOf(value));
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}

/** How the address of the list narrows it; anything unknown narrows nothing. */
export function filterOf(search: Search): Required<RollFilter> {
  const group = textOf(search["group"]);
  const finding = textOf(search["finding"]);
  return {
    text: textOf(search["text"]).slice(0, 50),
    group: /^\d{1,3}$/u.test(group) ? Number(group) : null,
    status: ROLL_FILTERS.find((one) => one === search["status"]) ?? null,
    finding: /^[\w:]{1,40}$/u.test(finding) ? finding : null,
    category: ROLL_CATEGORIES.find((one) => String(one) === search["category"]) ?? null,
    page: pageOf(search["page"]),
  };
}

/** The address of the list with this filter. */
export function listHref(electionId: string, filter: RollFilter): string {
  const query = new URLSearchParams();
  if (filter.text !== undefined && filter.text !== "") query.set("text", filter.text);
  if (filter.group != null) query.set("group", String(filter.group));
  if (filter.status != null) query.set("status", filter.status);
  if (filter.finding != null) query.set("finding", filter.finding);
  if (filter.category != null) query.set("category", String(filter.category));
  if (filter.page !== undefined && filter.page > 1) query.set("page", String(filter.page));
  const text = query.toString();
  return `/desk/${electionId}/roll/list${text === "" ? "" : `?${text}`}`;
}
