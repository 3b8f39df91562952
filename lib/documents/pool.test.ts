import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { closeRenderer, renderInThread } from "./pool.ts";

afterAll(closeRenderer);

const PAPER = {
  village: "甲村", term: "第一届", number: "1", name: "张三", office: "主任", electedOn: "2026-04-18", issuer: "甲村村民选举委员会",
  date: "2026-04-18", reprint: 0, proof: null,
};
const job = { template: "certificate", data: JSON.stringify({ paper: PAPER, extra: { qrSvg: null } }), createdAt: 0, tagged: true };

describe("the render thread", () => {
  it("answers a broken paper with the compiler's words and goes on", async () => {
    const broken = await renderInThread({ ...job, data: "{}" });
    expect(broken).toMatchObject({ error: expect.stringMatching(/paper/) });
    const missing = await renderInThread({ ...job, template: "none" });
    expect(missing).toMatchObject({ error: expect.any(String) });
    expect(await renderInThread(job)).toHaveProperty("pdf");
  });

  it("gives many callers each their own paper", async () => {
    const names = ["张三", "李四", "王五", "赵六"];
    const jobs = names.map((name) => ({ ...job, data: JSON.stringify({ paper: { ...PAPER, name }, extra: { qrSvg: null } }) }));
    const alone = [];
    for (const one of jobs) alone.push(await renderInThread(one));
    expect(await Promise.all(jobs.map((one) => renderInThread(one)))).toEqual(alone);
  });

  it("tells its caller, and no other, when a paper is laid out and being written", async () => {
    const heard: string[] = [];
    const [first] = await Promise.all([renderInThread(job, (stage) => heard.push(stage)), renderInThread(job)]);
    expect([first !== undefined && "pdf" in first, heard]).toEqual([true, ["writing"]]);
  });

  it("refuses papers under way when it is closed, and starts again for the next", async () => {
    const lost = renderInThread(job);
    const refused = expect(lost).rejects.toThrow("closed");
    await closeRenderer();
    await refused;
    expect(await renderInThread(job)).toHaveProperty("pdf");
  });

  it("does not keep a finished program alive", async () => {
    const program = `import { renderInThread } from "#lib/documents/pool.ts"; const a = await renderInThread(${JSON.stringify(job)}); console.log("pdf" in a);`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module-typescript", "--eval", program], { timeout: 60_000 });
    expect(stdout.trim()).toBe("true");
  }, 70_000);
});
