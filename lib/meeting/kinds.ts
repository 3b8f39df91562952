/** 村民会议, 村民代表会议, 各村民小组会议: who decides (2025 law, Articles 15, 25, 29, 32). */
export const meetingKinds = ["assembly", "representatives", "groups"] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** What is counted at a meeting: persons of eighteen and more, households, or members of the representatives' meeting. */
export const meetingBases = ["persons", "households", "members"] as const;
export type MeetingBasis = (typeof meetingBases)[number];

/** Who called the meeting: 村民委员会, the same because villagers or representatives asked for it, 村民小组组长, somebody else. */
export const callers = ["villagersCommittee", "onVillagersRequest", "onRepresentativesRequest", "groupLeaders", "other"] as const;
export type Caller = (typeof callers)[number];

/** What a recorded meeting was held for: choosing the election committee, seats and method, or any other resolutions. */
export const purposes = ["electionCommittee", "seatsAndMethod", "resolutions"] as const;
export type Purpose = (typeof purposes)[number];

/** What a resolution is about: 职数和方式, 同意登记 (category 3), 工作方案, 工作人员, 流动票箱, 名额空缺, 其他. */
export const subjects = ["seatsAndMethod", "admitVoters", "workPlan", "staff", "roamingBoxes", "leaveVacant", "other"] as const;
export type Subject = (typeof subjects)[number];

