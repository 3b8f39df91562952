import { expect, type Page } from "@playwright/test";
import { arrived, fill, press, send, type Entries } from "./form.ts";

/** One person chosen into the election committee. */
export type Chosen = { readonly name: string; readonly sex: "male" | "female"; readonly group: number; readonly votes: number; readonly position: "chair" | "viceChair" | "member" | "reserve" };

/** A representatives' meeting of 45 members as its form asks for it, without its day and who came. */
export const representativesMeeting = {
  kind: "representatives", place: "村委会会议室", entitled: 45, representatives: 40, womenRepresentatives: 15, presidedBy: "何主持", recordedBy: "林记录", noticeOn: "2026-02-05",
} as const;

/** Enters how the committee was chosen, and by whom with how many votes. */
export async function recordCommittee(page: Page, desk: string, meeting: Entries, people: readonly Chosen[]): Promise<void> {
  await page.goto(`${desk}/committee/members`);
  const rows = people.flatMap((person, place) => Object.entries(person).map(([field, value]) => [`members[${place}].${field}`, value] as const));
  await send(page, { ...meeting, ...Object.fromEntries(rows) }, "核对并保存", /committee\?done=record/);
}

/** Enters the decision on seats and method. */
export async function decideSeats(page: Page, desk: string, entries: Entries): Promise<void> {
  await page.goto(`${desk}/committee/seats`);
  await send(page, entries, "核对并保存", /committee\?done=seats/);
}

/** What a notice asks before it is drafted, and who signed it for the villagers' committee. */
type Asked = { readonly arrangement?: Entries; readonly signedBy?: string };

/** Issues one of the committee's notices; those that need it are first told when, where and with whom. Returns its id. */
export async function issueNotice(page: Page, desk: string, code: string, { arrangement, signedBy }: Asked = {}): Promise<string> {
  await page.goto(`${desk}/committee/notices/${code}`);
  if (arrangement !== undefined) {
    await fill(page, arrangement);
    await press(page, "看公告草稿");
    await page.waitForURL(/from=/);
  }
  if (signedBy !== undefined) await fill(page, { signedBy });
  await press(page, /^发布第/);
  return issued(page);
}

/** Types a notice's own fields, looks at its draft, and issues it. Returns its id. */
export async function issueTypedNotice(page: Page, desk: string, code: string, entries: Entries): Promise<string> {
  await page.goto(`${desk}/notices/draft/${code}`);
  await send(page, entries, "保存并看草稿", /check=1/);
  await press(page, /^发布第/);
  return issued(page);
}

/** The id of the notice that was just issued, from the page that confirms it. */
export async function issued(page: Page): Promise<string> {
  await arrived(page, /issued=/);
  await expect(page.locator(".confirmation")).toBeVisible();
  return new URL(page.url()).searchParams.get("issued") ?? "";
}
