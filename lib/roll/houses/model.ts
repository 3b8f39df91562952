/** What a registrar hears at a door and leaves to the desk: 死亡, 迁出, 册外人员. */
export const HOUSE_REPORTS = ["died", "movedOut", "newPerson"] as const;
export type HouseReportKind = (typeof HOUSE_REPORTS)[number];
