import { describe, expect, it } from "vitest";
import { uploadedFile } from "./upload.ts";

const LARGEST = 1_000;

function formRequest(file: File | null, headers: Readonly<Record<string, string>> = {}): Request {
  const form = new FormData();
  if (file !== null) form.set("file", file);
  return new Request("http://desk.test/api/upload", { method: "POST", body: form, headers });
}
const codeOf = async (request: Request): Promise<string> => {
  const result = await uploadedFile(request, LARGEST);
  return result.ok ? "accepted" : result.error.kind === "invalid" ? (result.error.issues[0]?.code ?? "") : result.error.kind;
};

describe("an uploaded file", () => {
  it("arrives with its name and its bytes", async () => {
    expect(await uploadedFile(formRequest(new File(["姓名"], "花名册.csv")), LARGEST)).toEqual({ ok: true, value: { name: "花名册.csv", bytes: new TextEncoder().encode("姓名") } });
  });
  it("that is shorter than announced was cut on its way and is refused", async () => {
    const whole = formRequest(new File(["姓名,性别\n张三,男"], "a.csv"));
    const body = new Uint8Array(await whole.arrayBuffer());
    const headers = { "content-type": whole.headers.get("content-type") ?? "", "content-length": String(body.length) };
    const cut = new Request("http://desk.test/api/upload", { method: "POST", body: body.subarray(0, body.length - 9), headers });
    expect(await codeOf(cut)).toBe("uploadCut");
  });
  it("that is larger than allowed is refused, whatever was announced", async () => {
    expect(await codeOf(formRequest(new File(["x"], "a.csv"), { "content-length": "99999999" }))).toBe("tooLarge");
    expect(await codeOf(formRequest(new File(["x".repeat(100_000)], "a.csv")))).toBe("tooLarge");
  });
  it("must be there, and in a form", async () => {
    expect(await codeOf(formRequest(null))).toBe("registerMissing");
    expect(await codeOf(new Request("http://desk.test/api/upload", { method: "POST", body: "{}", headers: { "content-type": "application/json" } }))).toBe("uploadCut");
  });
});
