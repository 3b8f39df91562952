import { describe, expect, it } from "vitest";
import { lawFor } from "../law/law.ts";
import type { PostedList } from "./posted-rules.ts";
import { stepsOf, type BallotStep, type PreparationFacts } from "./steps.ts";

const merged = lawFor({ firstVoteOn: "2026-04-18", province: null, parameters: {} });
if (!merged.ok) throw new Error("no law");

const nobody: PostedList = { count: 0, posted: null, added: 0, removed: 0 };
const nothing: PreparationFacts = {
  state: "preparing", today: "2026-04-10", heldOn: "2026-04-18", law: merged.value, registered: 2407, printed: 0, stations: 0, supplied: 0, received: 0, staff: 0, hours: true,
  proxyList: nobody, roaming: { plan: null, staff: 0, list: nobody }, scribeList: nobody, issued: new Set(), errors: 3, warnings: 0, accounts: 0, reported: 0,
};

function step(wanted: BallotStep, facts: Partial<PreparationFacts> = {}) {
  const found = stepsOf({ ...nothing, ...facts }).find((one) => one.step === wanted);
  if (found === undefined) throw new Error(wanted);
  return found;
}

describe("the steps of a vote", () => {
  it("begin with stations, staff and printing; what needs them says so", () => {
    expect(stepsOf(nothing).filter((one) => one.state === "now").map((one) => one.step)).toEqual(["stations", "staff", "print", "proxies", "roaming", "scribes", "proxiesNotice", "invalidBallots"]);
    expect(step("supplies").code).toBe("suppliesBlocked");
    expect(step("pollingPlaces").code).toBe("stationsFirst");
    expect(step("pollingPlaces", { stations: 2, hours: false }).code).toBe("hoursFirst");
    expect(step("staffNotice").code).toBe("staffFirst");
    expect(step("open")).toMatchObject({ state: "blocked", params: { count: 3 } });
  });

  it("ask for more ballots while fewer are printed than people registered", () => {
    expect(step("print", { printed: 2406 })).toMatchObject({ state: "now", code: "printMore" });
    expect(step("print", { printed: 2407 })).toMatchObject({ state: "done", code: "printDone" });
  });

  it("are supplied only when every station has ballots", () => {
    const printed = { printed: 2500, stations: 3 };
    expect(step("supplies", printed)).toMatchObject({ state: "now", code: "supplies" });
    expect(step("supplies", { ...printed, supplied: 2, received: 900 })).toMatchObject({ state: "now", params: { rest: 1600 } });
    expect(step("supplies", { ...printed, supplied: 3, received: 2500 }).state).toBe("done");
  });

  it("take proxies until their last day, and post them anew after a change", () => {
    const until = step("proxies").day ?? "";
    expect(step("proxies", { today: until }).state).toBe("now");
    expect(step("proxies", { today: "2026-04-18", proxyList: { ...nobody, count: 4 } })).toMatchObject({ state: "done", params: { proxies: 4 } });
    const issued = new Set(["proxies"]);
    const posted = { count: 4, posted: { number: "13" }, added: 0, removed: 0 };
    expect(step("proxiesNotice", { issued, proxyList: { ...posted, added: 1 } })).toMatchObject({ code: "issueAgain", params: { added: 1, removed: 0 } });
    expect(step("proxiesNotice", { issued, proxyList: { ...posted, count: 3, removed: 1 } }).code).toBe("issueAgain");
    expect(step("proxiesNotice", { issued, proxyList: posted }).state).toBe("done");
  });

  it("ask for notices 12 and 14 only where somebody is named, and again after a change", () => {
    expect(step("roamingNotice")).toMatchObject({ state: "plain", code: "nobody" });
    expect(step("scribesNotice")).toMatchObject({ state: "plain", code: "nobody" });
    expect(step("scribesNotice", { scribeList: { ...nobody, count: 2 } })).toMatchObject({ state: "now", code: "issue" });
    const plan = { boxes: 1, route: "上午", approvedOn: null, approvedBy: null };
    const stale = { plan, staff: 3, list: { count: 0, posted: { number: "12" }, added: 0, removed: 2 } };
    expect(step("roamingNotice", { issued: new Set(["roamingVoters"]), roaming: stale })).toMatchObject({ state: "now", code: "issueAgain", params: { removed: 2 } });
    expect(step("roaming", { state: "open", roaming: stale })).toMatchObject({ state: "done", code: "roamingClosed" });
  });

  it("wait for the opening, then for each station, then for closing", () => {
    expect(step("accounts").code).toBe("openFirst");
    expect(step("close").code).toBe("openFirst");
    const open = { state: "open", accounts: 3, reported: 2 };
    expect(step("accounts", open)).toMatchObject({ state: "now", params: { reported: 2, accounts: 3 } });
    expect(step("close", open)).toMatchObject({ state: "blocked", params: { missing: 1 } });
    expect(step("close", { ...open, reported: 3 }).state).toBe("now");
    expect(step("close", { ...open, state: "closed", reported: 3 }).state).toBe("done");
  });

  it("wait for the day when nothing else is missing", () => {
    expect(step("open", { errors: 1 }).code).toBe("openWait");
    expect(step("open", { errors: 1, today: "2026-04-18" })).toMatchObject({ code: "openBlocked", params: { count: 1 } });
    expect(step("open", { errors: 0, today: "2026-04-18" }).state).toBe("now");
    expect(step("open", { errors: 0, warnings: 2, today: "2026-04-18" })).toMatchObject({ state: "now", params: { count: 2 } });
  });

  it("call what was left undone before the vote by its name, not done", () => {
    expect(step("staff", { state: "closed" })).toMatchObject({ state: "plain", code: "missed" });
    expect(step("invalidBallots", { state: "counting" }).code).toBe("missed");
    expect(step("invalidBallots", { state: "counting", issued: new Set(["invalidBallots"]) }).state).toBe("done");
  });
});
