import type { Law } from "./law.ts";
import type { EXTRA_VOTER_GROUPS } from "./parameters.ts";

export type ExtraVoterGroup = (typeof EXTRA_VOTER_GROUPS)[number];
/** What somebody whose household is elsewhere may base his application on. */
export type ApplicationGround = "lived" | "villageWork" | ExtraVoterGroup;

/**
 * How a ground is admitted: by whom, and whether it must have lasted the years of the third category. Shanghai, Article 9
 * (经村民选举委员会确认); Beijing, Article 13 (3) and (4); Henan, Article 20 (4).
 */
const ADMISSION: Readonly<Record<ApplicationGround, { readonly by: "meeting" | "committee"; readonly years: boolean }>> = {
  lived: { by: "meeting", years: true },
  villageWork: { by: "meeting", years: true },
  marriedIn: { by: "committee", years: false },
  collectiveRights: { by: "committee", years: false },
  formerFarmHousehold: { by: "meeting", years: false },
  workedHere: { by: "meeting", years: true },
  talents: { by: "meeting", years: false },
};

/** The grounds that the law in force knows: lived here, since 2026 also worked for the village, and the province's groups. */
export const applicationGrounds = (law: Law): readonly ApplicationGround[] => ["lived", ...(law.values.voterCategoryThree === "lived" ? [] : (["villageWork"] as const)), ...law.values.voterExtraGroups];

/** Years that a ground must have lasted until election day; 0 where the law names none. */
export const yearsNeeded = (law: Law, ground: ApplicationGround): number => (ADMISSION[ground].years ? law.values.voterCategoryThreeYears : 0);

/** Who admits an application on this ground: the villagers' meeting, or the election committee itself. */
export const admittedBy = (ground: ApplicationGround): "meeting" | "committee" => ADMISSION[ground].by;
