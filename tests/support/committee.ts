/** A representatives' meeting of 54 members as every form about a meeting sends it. */
export const meetingFields = {
  kind: "representatives" as const, heldOn: "2026-03-12", place: "村委会会议室", noticeOn: "2026-03-05", calledBy: "villagersCommittee" as const, requestedBy: "", requestBase: "",
  presidedBy: "江国平", recordedBy: "林秀英", entitled: "54", present: "50", representatives: "49", womenRepresentatives: "18", groups: "", minutes: "",
};

/** An election committee as the representatives' meeting chose it, as a form sends it. */
export const committeeInput = (electionId: string, version: string, over: Readonly<Record<string, string>> = {}) => ({
  electionId, version, ...meetingFields,
  members: [
    member("江国平", "male", "3", "48", "chair"), member("林秀英", "female", "1", "45", "viceChair"), member("吴桂兰", "female", "5", "40", "member"),
    member("周建设", "male", "2", "41", "member"), member("郑卫东", "male", "4", "38", "member"), member("何志明", "male", "6", "22", "reserve"), member("", "male", "", "", "member"), member("马兰", "female", "7", "19", "reserve"),
  ],
  ...over,
});

const member = (name: string, sex: string, group: string, votes: string, position: string) => ({ name, sex, group, votes, position });

/** Five seats with a margin of one each, decided by the representatives' meeting, as a form sends it. */
export const seatsInput = (electionId: string, version: string, over: Readonly<Record<string, string>> = {}) => ({
  electionId, version, ...meetingFields, heldOn: "2026-03-13", inFavour: "47", against: "2", abstained: "1",
  chair: "1", viceChair: "1", member: "3", woman: "0", chairMargin: "1", viceChairMargin: "1", memberMargin: "1", womanMargin: "1", method: "candidates" as const,
  ...over,
});
