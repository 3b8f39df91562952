import { expect, test } from "vitest";
import { certificateNumber, certificatesDue } from "./certificates.ts";

test("a certificate is numbered by year, village and place in the list", () => {
  expect(certificateNumber("2026-04-18", "江家庄村", 1)).toBe("（2026）江家庄选证字第001号");
  expect(certificateNumber("2027-04-18", "江村", 12)).toBe("（2027）江村选证字第012号");
  expect(certificateNumber("2026-04-18", "村头庄", 1000)).toBe("（2026）村头庄选证字第1000号");
});

test("certificates follow the office, then the votes, then the id", () => {
  const holder = (person: string, office: "chair" | "viceChair" | "member", votes: number) => ({ person, office, votes, sex: "male" }) as const;
  const due = certificatesDue([holder("p4", "member", 900), holder("p3", "member", 900), holder("p5", "member", 950), holder("p2", "viceChair", 800), holder("p1", "chair", 700)]);
  expect(due.map((one) => one.person)).toEqual(["p1", "p2", "p5", "p3", "p4"]);
});
