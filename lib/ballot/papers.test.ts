import { describe, expect, it } from "vitest";
import { printRunModel } from "../documents/models/ballot.ts";
import { printOrder } from "./papers.ts";
import type { VoteOverview } from "./queries.ts";

const run = { id: "r1", colour: "粉红色", quantity: 2500, serialFrom: 1, serialTo: 2500, printedOn: "2026-04-12" };
const more = { id: "r2", colour: "粉红色", quantity: 100, serialFrom: 2501, serialTo: 2600, printedOn: "2026-04-15" };
const account = { id: "a", version: 1, received: 900, issued: null, spoiled: null, left: null, returned: null };
const contest = { contest: "chair", office: "chair", seats: 1, only: null, id: "c", candidates: [] };

const vote: VoteOverview = {
  id: "v", electionId: "e", number: 1, kind: "regular", state: "preparing", heldOn: "2026-04-18", version: 1, registered: 2407, printed: 2500, staff: [], printRuns: [run],
  contests: [contest, { ...contest, contest: "woman", office: "member", only: "women" }],
  stations: [
    { id: "s1", name: "中心会场", place: "村委会", main: true, groups: [1], account },
    { id: "s2", name: "东站", place: "小学", main: false, groups: [2], account: null },
  ],
};
const head = { village: "江家庄村", term: "第十三届", date: "2026-04-12", proof: null };

describe("a print order", () => {
  it("names the sheet, the run's numbers, and what the stations have received", () => {
    const order = printRunModel.parse(printOrder(vote, run, head));
    expect(order).toMatchObject({ runNumber: "第 1 印次", quantity: 2500, serials: { from: 1, to: 2500 }, registered: 2407, issuer: "江家庄村村民选举委员会" });
    expect(order.ballotName).toContain("主任、妇女委员");
    expect(order.allocation).toEqual([{ station: "中心会场", quantity: 900 }]);
  });

  it("leaves the stations out when they are supplied from several runs", () => {
    const order = printOrder({ ...vote, printRuns: [run, more] }, more, head);
    expect(order).toMatchObject({ runNumber: "第 2 印次", serials: { from: 2501, to: 2600 }, allocation: [] });
  });
});
