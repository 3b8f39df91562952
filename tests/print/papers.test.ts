import { afterAll, describe, expect, it } from "vitest";
import { closeRenderer } from "#lib/documents/pool.ts";
import { pdfPages, pdfText } from "#tests/support/pdf.ts";
import { bigVoterList, SAMPLES } from "./samples.ts";
import { print } from "./support.ts";

afterAll(closeRenderer);

describe("what each paper says", () => {
  it("notice: issuer, number, title, body, tables, names, signature, fingerprint in groups of four", async () => {
    const text = await pdfText(await print("notice", SAMPLES.notice));
    for (const words of [
      "蒋家庄村第十二届村民选举委员会", "公告第10号", "关于投票时间和地点的公告", "全体村民：", "一、投票时间", "中心会场和投票站",
      "老祠堂", "1.凭参选证", "联系电话：0577-12345678", "张丽华（女）", "阿卜杜热合曼·买买提明", "2026年4月15日", "ABCDEFGHIJKLMNOP2345", "第1页共2页",
    ]) expect(text).toContain(words);
    expect((await pdfPages(await print("notice", SAMPLES.notice)))[0]).toContain("ABCD EFGH IJKL MNOP 2345");
  });

  it("notice: a correction names the notice that it corrects, a paper without number shows none", async () => {
    const correction = await pdfText(await print("notice", { ...SAMPLES.notice, number: "4-1", correctsNumber: "4" }));
    expect(correction).toContain("公告第4-1号");
    expect(correction).toContain("（更正公告第4号）");
    expect(await pdfText(await print("notice", { ...SAMPLES.notice, number: null }))).not.toContain("公告第");
  });

  it("ballot: offices with seats, candidates, a line for each other name, colour, place of the seal, kind of vote", async () => {
    const text = await pdfText(await print("ballot", SAMPLES.ballot));
    for (const words of [
      "蒋家庄村第十二届村民委员会选举票", "选举日：2026年4月18日", "票色：白色", "公章加盖处", "主任应选1人", "委员应选3人", "孙德福", "填写说明", "另选他人的",
    ]) expect(text).toContain(words);
    expect(text.split("另选他人：")).toHaveLength(1 + 1 + 1 + 3);
    expect(await pdfText(await print("ballot", { ...SAMPLES.ballot, kind: "revote" }))).toContain("（再次投票）");
    expect(await pdfText(await print("ballot", { ...SAMPLES.ballot, kind: "runoff" }))).toContain("（另行选举）");
  });

  it("ballot: an election without candidates has lines for names, and speaks of no others", async () => {
    const offices = [{ title: "委员", seats: 3, candidates: [], writeIns: 3 }];
    const text = await pdfText(await print("ballot", { ...SAMPLES.ballot, instructions: ["写清姓名。"], offices }));
    expect(text.split("姓名：")).toHaveLength(4);
    expect(text).not.toContain("另选他人");
  });

  it("ballot: the serial number stands on the stub alone, and the ballots below the cut are all alike", async () => {
    const pages = await pdfPages(await print("ballot", { ...SAMPLES.ballot, serials: { from: 98, to: 101 } }));
    expect(pages).toHaveLength(4);
    const parts = pages.map((page) => page.replaceAll(/\s/g, "").split("沿此线撕开"));
    expect(parts.map(([stub]) => /№(\d{6})$/.exec(stub ?? "")?.[1])).toEqual(["000098", "000099", "000100", "000101"]);
    expect(new Set(parts.map(([, ballot]) => ballot)).size).toBe(1);
    expect(parts[0]?.[1]).not.toMatch(/№|0000/);
  });

  it("print run: quantity, serials, allocation with its sum", async () => {
    const text = await pdfText(await print("printRun", SAMPLES.printRun));
    for (const words of ["选票印制通知单", "2450张", "第1号至第2450号", "第一投票站915", "合计2450", "监印人"]) expect(text).toContain(words);
  });

  it("tally sheet: votes in figures beside the strokes, sums, lines to sign", async () => {
    const text = await pdfText(await print("tallySheet", SAMPLES.tallySheet));
    for (const words of ["选举计票表", "蒋建国", "1305", "（另选他人）", "有效2250票弃权20票无效6票合计2276票", "唱票人", "计票人", "监票人"]) expect(text).toContain(words);
  });

  it("result report: ballots, validity with article, votes, elected, empty seats, next step, signatures", async () => {
    const text = await pdfText(await print("resultReport", SAMPLES.resultReport));
    for (const words of [
      "选举结果报告单", "24072290228812", "选举有效。", "（依据：村民委员会组织法第十八条）", "蒋建国男1305当选", "王秀英女932未当选",
      "尚缺：委员1人", "另行选举", "总监票人", "适用法律：村民委员会组织法（2025年修订）",
    ]) expect(text).toContain(words);
    const invalid = { ...SAMPLES.resultReport, validity: { ok: false, text: "收回多于发出。", citation: null }, elected: [], vacant: [], nextStep: null };
    const voidText = await pdfText(await print("resultReport", invalid));
    expect(voidText).toContain("选举无效。收回多于发出。");
    expect(voidText).toContain("无人当选。");
  });

  it("minutes: attendance with the quorum compared and its article, who was chosen, each resolution with its result, lines to sign", async () => {
    const text = await pdfText(await print("meetingMinutes", SAMPLES.meetingMinutes));
    for (const words of [
      "村民代表会议记录", "会议时间2026年3月12日", "应到（人）实到（人）5450", "到会至少须有36，实到50（3×50≥2×54）。《村民委员会组织法(2025)》第30条符合", "江国平男主任48",
      "1．选举工作方案", "赞成反对弃权表决结果261410通过", "25205没有通过", "林红霞（在本村居住", "村务监督委员会：", "ABCDEFGHIJKLMNOP2345",
    ]) expect(text).toContain(words);
    const groups = [{ group: 1, entitled: 30, present: 20, least: 20, ok: true }, { group: 2, entitled: 31, present: 20, least: 21, ok: false }];
    const byGroup = await pdfText(await print("meetingMinutes", { ...SAMPLES.meetingMinutes, title: "各村民小组会议记录", attendance: { unit: "户", entitled: 61, present: 40, groups }, superseded: true, corrects: "本记录更正了以前的登记：实到人数写错" }));
    for (const words of ["应到（户）", "第1组302020符合", "第2组312021不符合", "合计6140", "本记录已经更正", "实到人数写错"]) expect(byGroup).toContain(words);
  });

  it("certificate: number, name, office, day in Chinese numerals, and a reprint says so", async () => {
    const text = await pdfText(await print("certificate", SAMPLES.certificate));
    for (const words of ["当选证书", "编号：蒋村选证〔2026〕第1号", "蒋建国同志：", "二〇二六年四月十八日依法选举", "村民委员会主任", "二〇二六年四月二十日"]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain("补发");
    expect(await pdfText(await print("certificate", { ...SAMPLES.certificate, reprint: 1 }))).toContain("（第一次补发）");
  });
});

describe("papers of the roll", () => {
  it("registration sheet: the household with everybody, the head's row first, boxes to tick and lines to sign", async () => {
    const text = await pdfText(await print("registrationSheet", SAMPLES.registrationSheet));
    for (const words of ["选民登记表", "第三村民小组", "03-001", "张国强户主男1950-04-19", "选举日未满18周岁", "□见面", "□参加", "2026-02-21电话", "本人表示不参加", "登记人"]) expect(text).toContain(words);
  });
  it("voter cards: eight to a sheet, each with number, group, day and place", async () => {
    const pages = await pdfPages(await print("voterCards", SAMPLES.voterCards));
    expect(pages).toHaveLength(2);
    const text = pages.join("").replaceAll(/\s/g, "");
    for (const words of ["选民证", "编号1", "编号9", "2026年4月18日", "中心会场（村文化礼堂）", "不得转让"]) expect(text).toContain(words);
  });
  it("household notice: who votes, when and where, and a receipt", async () => {
    const text = await pdfText(await print("householdNotices", SAMPLES.householdNotices));
    for (const words of ["投票通知书", "张国强户", "张国强李秀英", "2026年4月18日8时至15时", "回执", "登记参加选举2人", "送达人"]) expect(text).toContain(words);
  });
});

describe("the posted roll of 2,407 voters", () => {
  it("lists everybody by group with totals by sex on fourteen pages, group name repeated on each", async () => {
    const pages = await pdfPages(await print("voterList", bigVoterList()));
    expect(pages).toHaveLength(14);
    const text = pages.join("").replaceAll(/\s/g, "");
    expect(text).toContain("全村合计240712031204");
    expect(text).toContain("第一村民小组共301人，其中男150人，女151人");
    expect(text).toContain("请于2026年3月4日以前（含当日）");
    expect(pages[1]).toContain("第一村民小组");
  });

  it("prints the birth year beside names that occur twice, and beside no other", async () => {
    const voters = [
      { name: "张建国", sex: "male" as const, birthYear: 1951 },
      { name: "张建国", sex: "male" as const, birthYear: 1988 },
      { name: "李桂兰", sex: "female" as const, birthYear: 1960 },
    ];
    const text = await pdfText(await print("voterList", { ...SAMPLES.voterList, groups: [{ title: "第一村民小组", voters }] }));
    expect(text).toContain("张建国（1951年生）");
    expect(text).toContain("张建国（1988年生）");
    expect(text).not.toContain("1960");
  });

  it("fits on fewer sheets of A3", async () => {
    const pages = await pdfPages(await print("voterList", { ...bigVoterList(), paper: "a3" }));
    expect(pages.length).toBeLessThan(14);
  });

  it.each([["a4", 3], ["a4", 2], ["a3", 5]] as const)("in columns on %s with %i columns: everybody once by number, groups on pages of their own, heading and page repeated", async (paper, columns) => {
    const pages = await pdfPages(await print("voterList", { ...bigVoterList(), paper, columns, orderNote: "各组内以姓氏笔画为序" }));
    const first = (pages[0] ?? "").replaceAll(/\s/g, "");
    for (const words of ["公告第4号", "全村合计240712031204", "请于2026年3月4日以前（含当日）", "各组内以姓氏笔画为序", "ABCDEFGHIJKLMNOP2345", `共${pages.length}页`]) expect(first).toContain(words);
    const rest = pages.slice(1).map((page) => page.replaceAll(/\s/g, ""));
    expect(rest.every((page) => /第[一二三四五六七八]村民小组共\d+人，其中男\d+人，女\d+人/u.test(page) && page.includes("编号姓名性别") && page.includes("校验码"))).toBe(true);
    for (const page of rest) expect(new Set([...page.matchAll(/第[一二三四五六七八]村民小组/gu)].map(([group]) => group)).size).toBe(1);
  });

  it("keeps the paper of lists that were posted before columns could be chosen", async () => {
    const text = await pdfText(await print("voterList", SAMPLES.voterList));
    expect(text).toContain("序号姓名性别");
    expect(text).not.toContain("编号姓名性别");
  });

  it("adds the month where two of one name were born in the same year", async () => {
    const voters = [{ name: "张建国", sex: "male" as const, birthYear: 1951, birthMonth: 3 }, { name: "张建国", sex: "male" as const, birthYear: 1951, birthMonth: 12 }];
    const text = await pdfText(await print("voterList", { ...SAMPLES.voterList, columns: 3, groups: [{ title: "第一村民小组", voters }] }));
    for (const note of ["（1951年3月生）", "（1951年12月生）"]) expect(text).toContain(note);
  });
});
