/** Who signs a notice. */
export type Issuer = "electionCommittee" | "villagersCommittee" | "townshipOffice";

/** One notice (公告) of the set in use: its number and when it is due, in days from election day (negative: before). */
export type NoticeKind = {
  readonly number: string;
  readonly title: string;
  readonly issuer: Issuer;
  readonly dueDay: number | null;
};

/**
 * The numbered set (编号公告): data, not code, since numbers and order differ from county to county.
 * Titles are the Chinese words of the paper. Custom of the field (seen-practice), not law.
 */
export const noticeSet = {
  electionDay: { number: "1", title: "选举日公告", issuer: "electionCommittee", dueDay: -34 },
  electionCommittee: { number: "2", title: "村民选举委员会成员名单公告", issuer: "villagersCommittee", dueDay: -34 },
  committeeChange: { number: "2-1", title: "村民选举委员会成员变动公告", issuer: "electionCommittee", dueDay: null },
  registration: { number: "3", title: "选民登记公告", issuer: "electionCommittee", dueDay: -33 },
  voterList: { number: "4", title: "选民名单公告", issuer: "electionCommittee", dueDay: -28 },
  voterListChange: { number: "4-1", title: "选民名单补充公告", issuer: "electionCommittee", dueDay: null },
  nominationMethod: { number: "7", title: "提名候选人公告", issuer: "electionCommittee", dueDay: -15 },
  nominees: { number: "8", title: "初步候选人名单公告", issuer: "electionCommittee", dueDay: -13 },
  candidates: { number: "9", title: "正式候选人名单公告", issuer: "electionCommittee", dueDay: -5 },
  pollingPlaces: { number: "10", title: "投票时间和地点公告", issuer: "electionCommittee", dueDay: -3 },
  staff: { number: "11", title: "选举工作人员名单公告", issuer: "electionCommittee", dueDay: -3 },
  proxies: { number: "13", title: "委托投票名单公告", issuer: "electionCommittee", dueDay: -1 },
  invalidBallots: { number: "15", title: "无效票认定规则公告", issuer: "electionCommittee", dueDay: -1 },
  result: { number: "16", title: "选举结果公告", issuer: "electionCommittee", dueDay: 0 },
  resultRevote: { number: "16-1", title: "再次投票公告", issuer: "electionCommittee", dueDay: 0 },
  resultRunoff: { number: "16-2", title: "另行选举公告", issuer: "electionCommittee", dueDay: 0 },
  resultNewVote: { number: "16-3", title: "重新投票公告", issuer: "electionCommittee", dueDay: 0 },
  resultFinal: { number: "16-4", title: "当选名单公告", issuer: "electionCommittee", dueDay: 0 },
} as const satisfies Readonly<Record<string, NoticeKind>>;

/** Code of a notice in the set. */
export type NoticeCode = keyof typeof noticeSet;

/** The number that a further notice of a kind takes: "4-1" when free, else "4-2", "4-3" …; base numbers branch likewise. */
export function nextNumber(code: NoticeCode, taken: ReadonlySet<string>): string {
  const { number } = noticeSet[code];
  if (!taken.has(number)) return number;
  const base = number.split("-")[0] ?? number;
  for (let branch = 1; ; branch += 1) {
    const candidate = `${base}-${branch}`;
    if (!taken.has(candidate) && !reserved.has(candidate)) return candidate;
  }
}

const reserved: ReadonlySet<string> = new Set(Object.values(noticeSet).map((kind) => kind.number).filter((number) => number.startsWith("16-")));
