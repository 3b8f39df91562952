/** Steps of one election in the order of the days. */
export const PLAN_STEPS = [
  "audit", "seats", "committee", "dayNotice", "registration",
  "rollPublication", "objections", "decisions", "representatives",
  "nominationNotice", "nomination", "nominees", "primary", "vetting", "candidateList", "candidatesMeeting",
  "ballots", "pollingPlaces", "staff", "proxyApplications", "proxyList", "roamingVoters", "scribes", "invalidBallots",
  "electionDay", "count", "result", "furtherVote", "filing", "certificates", "handover",
] as const;
export type PlanStep = (typeof PLAN_STEPS)[number];

/**
 * Who carries a step (责任人): 乡镇, 村民代表会议, 推选会议 (村民会议、村民代表会议或者各村民小组会议), 村民选举委员会, 登记员, 村民,
 * 村民小组, 提名人, 乡镇和有关部门, 投票站工作人员, 唱票计票监票人员, 县级或者乡镇.
 */
export const PLAN_ROLES = [
  "township", "representativesMeeting", "choosingMeeting", "electionCommittee", "registrars", "villagers",
  "groups", "nominators", "vettingDepartments", "pollingStaff", "countingStaff", "certificateIssuer", "bothCommittees",
] as const;
export type PlanRole = (typeof PLAN_ROLES)[number];

/** What a step is, apart from its days. */
export type StepSpec = {
  readonly role: PlanRole;
  /** Codes of the numbered set of notices (lib/notice/set.ts) that belong to it. */
  readonly notices: readonly string[];
  /** Steps that must be done before it can be. */
  readonly needs: readonly PlanStep[];
  /** Where it is done, under the desk. */
  readonly page: string;
  /** A case may do without it; past its days it counts as left out. */
  readonly optional?: true;
  /** The program cannot see it done: the committee records the day. */
  readonly byHand?: true;
};

/** Every step: who, which notices, what it waits for, where. */
export const STEP_SPECS: Readonly<Record<PlanStep, StepSpec>> = {
  audit: { role: "township", notices: [], needs: [], page: "audit" },
  seats: { role: "representativesMeeting", notices: [], needs: [], page: "committee/seats" },
  committee: { role: "choosingMeeting", notices: ["electionCommittee", "committeeChange"], needs: [], page: "committee" },
  dayNotice: { role: "township", notices: ["electionDay", "electionDayChange"], needs: [], page: "notices/draft/electionDay" },
  registration: { role: "registrars", notices: ["registration"], needs: ["committee"], page: "roll" },
  rollPublication: { role: "electionCommittee", notices: ["voterList", "voterListChange"], needs: ["committee", "registration"], page: "roll/publish" },
  objections: { role: "villagers", notices: [], needs: ["rollPublication"], page: "roll/published" },
  decisions: { role: "electionCommittee", notices: ["objectionDecisions", "voterListChange"], needs: ["rollPublication"], page: "roll/published" },
  representatives: { role: "groups", notices: ["representativesMeeting", "representatives", "groupLeaders"], needs: ["rollPublication"], page: "notices", optional: true },
  nominationNotice: { role: "electionCommittee", notices: ["nominationMethod"], needs: ["committee", "seats"], page: "committee/notices/nominationMethod" },
  nomination: { role: "nominators", notices: [], needs: ["committee", "seats"], page: "nomination" },
  nominees: { role: "electionCommittee", notices: ["nominees"], needs: ["nomination"], page: "nomination" },
  primary: { role: "electionCommittee", notices: ["primaryMethod", "primaryResult"], needs: ["nomination"], page: "nomination", optional: true },
  vetting: { role: "vettingDepartments", notices: [], needs: ["nomination"], page: "nomination/vetting" },
  candidateList: { role: "electionCommittee", notices: ["candidates"], needs: ["vetting"], page: "nomination/publish" },
  candidatesMeeting: { role: "electionCommittee", notices: [], needs: ["candidateList"], page: "nomination" },
  ballots: { role: "electionCommittee", notices: [], needs: ["candidateList"], page: "ballot/print" },
  pollingPlaces: { role: "electionCommittee", notices: ["pollingPlaces"], needs: ["committee"], page: "ballot/stations" },
  staff: { role: "electionCommittee", notices: ["staff"], needs: ["candidateList"], page: "ballot/staff" },
  proxyApplications: { role: "villagers", notices: [], needs: ["rollPublication"], page: "ballot/proxies" },
  proxyList: { role: "electionCommittee", notices: ["proxies"], needs: ["rollPublication"], page: "ballot/proxies" },
  roamingVoters: { role: "electionCommittee", notices: ["roamingVoters"], needs: ["rollPublication"], page: "ballot" },
  scribes: { role: "electionCommittee", notices: ["scribes"], needs: ["rollPublication"], page: "ballot", optional: true },
  invalidBallots: { role: "electionCommittee", notices: ["invalidBallots"], needs: ["committee"], page: "ballot/notices/invalidBallots" },
  electionDay: { role: "pollingStaff", notices: [], needs: ["rollPublication", "candidateList"], page: "ballot/open" },
  count: { role: "countingStaff", notices: [], needs: ["electionDay"], page: "count" },
  result: { role: "electionCommittee", notices: ["result", "resultRevote", "resultRunoff", "resultNewVote", "resultFinal"], needs: ["count"], page: "result" },
  furtherVote: { role: "electionCommittee", notices: [], needs: ["result"], page: "result" },
  filing: { role: "electionCommittee", notices: [], needs: ["result"], page: "plan", byHand: true },
  certificates: { role: "certificateIssuer", notices: [], needs: ["result"], page: "result" },
  handover: { role: "bothCommittees", notices: [], needs: ["result"], page: "plan", byHand: true },
};
