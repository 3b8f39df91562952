/** A person of the demonstration, by name for signing in; null: a visitor without account. */
type Visitor = "admin" | "xian" | "zhen" | `${"jjz" | "sq" | "lg"}-${"zhuren" | "dengji" | "fapiao" | "jipiao1" | "jipiao2" | "jianpiao"}` | null;

/** Where a page of the app can be seen with real data. */
export type PageEntry =
  /**
   * `page`: its address as folders name it. Ids of county, township and election are the visitor's own; `village` names the public
   * ones; `via`: a page between `from` and the page.
   */
  | { readonly page: string; readonly as: Visitor; readonly village?: "江家庄村" | "石桥村" | "柳沟村"; readonly from?: string; readonly via?: string; readonly search?: string; readonly words?: Readonly<Record<string, string>> }
  /** Cannot be reached in the demonstration's states: inspected on the way by the journey. */
  | { readonly page: string; readonly seenIn: "journey" };

const desk = "/desk/[electionId]";
const township = "/township/[townshipId]";

/**
 * Every page of the app, once at least. `from` is a page with a link to a real address of one that names more than
 * township and election. Both the accessibility tests and the test that no page is missing read this table.
 */
export const pageTable: readonly PageEntry[] = [
  { page: "/", as: null },
  { page: "/t/[townshipId]", as: null, from: "/" },
  { page: "/v/[electionId]", as: null, village: "江家庄村" },
  { page: "/v/[electionId]", as: null, village: "石桥村" },
  { page: "/v/[electionId]", as: null, village: "柳沟村" },
  { page: "/v/[electionId]/check", as: null, village: "江家庄村" },
  { page: "/v/[electionId]/on-list", as: null, village: "石桥村" },
  { page: "/v/[electionId]/objection", as: null, village: "石桥村" },
  { page: "/v/[electionId]/live", as: null, village: "石桥村" },
  { page: "/v/[electionId]/screen", as: null, village: "石桥村" },
  { page: "/v/[electionId]/result", as: null, village: "江家庄村" },
  { page: "/v/[electionId]/notices/[noticeId]", as: null, village: "江家庄村", from: "/v/[electionId]" },
  { page: "/help", as: null },
  { page: "/help/rules", as: null },
  { page: "/help/findings", as: null },

  { page: "/first-run", seenIn: "journey" },
  { page: "/sign-in", as: null },
  // With a single place to go, the page goes on by itself except after a deed.
  { page: "/home", as: "admin", search: "?done=password" },
  { page: "/password", as: "zhen" },
  { page: "/accounts", as: "admin" },
  { page: "/accounts/new", as: "admin" },
  { page: "/accounts/[accountId]", as: "admin", from: "/accounts" },
  { page: "/accounts/townships", as: "admin" },
  { page: "/accounts/holidays", as: "admin" },

  { page: "/county/[countyId]", as: "xian" },
  { page: "/county/[countyId]/duplicates", as: "xian" },
  { page: "/county/[countyId]/packs/new", as: "xian" },
  { page: "/county/[countyId]/holidays", as: "xian" },
  { page: "/county/[countyId]/packs/[packId]", as: "xian", from: "/county/[countyId]" },
  { page: "/county/[countyId]/packs/uploads/[uploadId]", as: "xian", from: "/county/[countyId]" },

  { page: township, as: "zhen" },
  { page: `${township}/today`, as: "zhen" },
  { page: `${township}/duplicates`, as: "zhen" },
  { page: `${township}/plan`, as: "zhen" },
  { page: `${township}/drives/new`, as: "zhen" },
  { page: `${township}/notices`, as: "zhen" },
  { page: `${township}/villages`, as: "zhen" },
  { page: `${township}/elections/new`, as: "zhen" },
  { page: `${township}/elections/[electionId]`, as: "zhen", from: township },
  { page: `${township}/elections/[electionId]/law`, as: "zhen", from: township, via: `${township}/elections/[electionId]` },
  { page: `${township}/people`, as: "zhen" },
  { page: `${township}/people/new`, as: "zhen" },
  { page: `${township}/people/[accountId]`, as: "zhen", from: `${township}/people` },

  { page: desk, as: "jjz-zhuren" },
  { page: desk, as: "sq-jipiao1" },
  { page: desk, as: "lg-zhuren" },
  { page: `${desk}/today`, as: "lg-zhuren" },
  { page: `${desk}/plan`, as: "jjz-zhuren" },
  { page: `${desk}/plan`, as: "lg-zhuren" },
  { page: `${desk}/plan/day`, as: "lg-zhuren" },
  { page: `${desk}/plan/day/notice`, as: "lg-zhuren" },
  { page: `${desk}/audit`, as: "lg-zhuren" },
  { page: `${desk}/guards`, as: "sq-zhuren" },
  { page: `${desk}/guards/[phase]`, as: "lg-zhuren", words: { phase: "committee" } },
  { page: `${desk}/guards/[phase]`, as: "sq-zhuren", words: { phase: "ballot" } },
  { page: `${desk}/people`, as: "lg-zhuren" },
  { page: `${desk}/people/new`, as: "lg-zhuren" },
  { page: `${desk}/people/[accountId]`, as: "lg-zhuren", from: `${desk}/people` },
  { page: `${desk}/notices`, as: "jjz-zhuren" },
  { page: `${desk}/notices/[noticeId]`, as: "jjz-zhuren", from: `${desk}/notices` },
  { page: `${desk}/notices`, as: "lg-zhuren" },
  { page: `${desk}/notices/draft/[code]`, as: "lg-zhuren", words: { code: "electionDay" } },
  { page: `${desk}/notices/draft/[code]`, as: "jjz-zhuren", words: { code: "representatives" } },

  { page: `${desk}/committee`, as: "sq-zhuren" },
  { page: `${desk}/committee`, as: "lg-zhuren" },
  { page: `${desk}/committee/members`, as: "lg-zhuren" },
  { page: `${desk}/committee/seats`, as: "lg-zhuren" },
  { page: `${desk}/committee/method`, as: "lg-zhuren" },
  { page: `${desk}/committee/method`, as: "sq-jipiao1" },
  { page: `${desk}/law`, as: "lg-zhuren" },
  { page: `${desk}/committee/polling`, as: "lg-zhuren" },
  { page: `${desk}/committee/leave/[memberId]`, as: "sq-zhuren", from: `${desk}/committee` },
  { page: `${desk}/meetings`, as: "sq-zhuren" },
  { page: `${desk}/meetings`, as: "lg-zhuren" },
  { page: `${desk}/meetings/new`, as: "lg-zhuren" },
  { page: `${desk}/meetings/[meetingId]`, as: "sq-zhuren", from: `${desk}/meetings` },
  { page: `${desk}/committee/notices/[code]`, as: "lg-zhuren", words: { code: "registration" } },

  { page: `${desk}/roll`, as: "sq-dengji" },
  { page: `${desk}/roll`, as: "lg-dengji" },
  { page: `${desk}/roll/import`, as: "lg-dengji" },
  { page: `${desk}/roll/import/[importId]`, as: "sq-dengji", from: `${desk}/roll/import` },
  { page: `${desk}/roll/list`, as: "sq-dengji" },
  { page: `${desk}/roll/list/[entryId]`, as: "sq-dengji", from: `${desk}/roll/list` },
  { page: `${desk}/roll/add`, as: "lg-dengji" },
  { page: `${desk}/roll/houses`, as: "sq-dengji" },
  { page: `${desk}/roll/houses/[group]`, as: "sq-dengji", words: { group: "2" } },
  { page: `${desk}/roll/houses/reports`, as: "sq-dengji" },
  { page: `${desk}/roll/duplicates`, as: "sq-dengji" },
  { page: `${desk}/roll/duplicates`, as: "lg-dengji" },
  { page: `${desk}/roll/duplicates/[entryId]/[otherId]`, as: "lg-dengji", from: `${desk}/roll/duplicates` },
  { page: `${desk}/roll/publish`, as: "sq-zhuren" },
  { page: `${desk}/roll/publish`, as: "lg-zhuren" },
  { page: `${desk}/roll/published`, as: "sq-dengji" },
  { page: `${desk}/roll/papers`, as: "sq-dengji" },
  { page: `${desk}/roll/objections`, as: "sq-dengji" },
  { page: `${desk}/roll/objections/new`, as: "sq-dengji" },
  { page: `${desk}/roll/objections/[objectionId]`, as: "sq-dengji", from: `${desk}/roll/objections` },
  { page: `${desk}/roll/objections/notice`, as: "sq-zhuren" },

  { page: `${desk}/nomination`, as: "sq-zhuren" },
  { page: `${desk}/nomination/meeting`, as: "sq-zhuren" },
  { page: `${desk}/nomination/add`, as: "sq-zhuren" },
  { page: `${desk}/nomination/kinship`, as: "sq-zhuren" },
  { page: `${desk}/nomination/vetting`, as: "sq-zhuren" },
  { page: `${desk}/nomination/nominee/[nomineeId]`, as: "sq-zhuren", from: `${desk}/nomination` },
  { page: `${desk}/nomination/publish`, as: "sq-zhuren" },
  { page: `${desk}/nomination/consent`, as: "sq-zhuren" },
  { page: `${desk}/nomination/primary`, as: "sq-zhuren" },
  { page: `${desk}/nomination/primary/result`, as: "sq-zhuren" },
  { page: `${desk}/nomination/introduction`, as: "sq-zhuren" },
  { page: `${desk}/nomination/notices/[code]`, as: "sq-zhuren", words: { code: "nominees" } },

  { page: `${desk}/ballot`, as: "sq-zhuren" },
  { page: `${desk}/ballot/stations`, as: "sq-zhuren" },
  { page: `${desk}/ballot/stations/[stationId]`, seenIn: "journey" },
  { page: `${desk}/ballot/staff`, as: "sq-zhuren" },
  { page: `${desk}/ballot/print`, as: "sq-zhuren" },
  { page: `${desk}/ballot/supplies`, as: "sq-zhuren" },
  { page: `${desk}/ballot/proxies`, as: "sq-zhuren" },
  { page: `${desk}/ballot/roaming`, as: "sq-zhuren" },
  { page: `${desk}/ballot/scribes`, as: "sq-zhuren" },
  { page: `${desk}/ballot/notices/[code]`, as: "sq-zhuren", words: { code: "staff" } },
  { page: `${desk}/ballot/notices/[code]`, as: "sq-zhuren", words: { code: "roamingVoters" } },
  { page: `${desk}/ballot/open`, as: "sq-zhuren" },
  { page: `${desk}/ballot/close`, as: "sq-zhuren" },

  { page: `${desk}/count`, as: "sq-jipiao1" },
  { page: `${desk}/count`, as: "jjz-zhuren" },
  { page: `${desk}/count/names`, as: "sq-jianpiao" },
  { page: `${desk}/count/[bundleId]`, as: "sq-jianpiao", from: `${desk}/count` },
  { page: `${desk}/count/[bundleId]/enter`, as: "sq-jipiao1", from: `${desk}/count` },
  { page: `${desk}/count/[bundleId]/settle`, as: "sq-jianpiao", from: `${desk}/count` },
  { page: `${desk}/result`, as: "jjz-zhuren" },
  { page: `${desk}/result`, as: "sq-zhuren" },
];

/** The name of an entry's test: address with its words, whose page, what is asked. */
export const titleOf = (entry: Exclude<PageEntry, { readonly seenIn: string }>): string => {
  const address = Object.entries(entry.words ?? {}).reduce((page, [name, word]) => page.replace(`[${name}]`, word), entry.page);
  return `${address}${entry.search ?? ""} as ${entry.as ?? "a visitor"}${entry.village === undefined ? "" : ` of ${entry.village}`}`;
};
