import type { Browser, Page } from "@playwright/test";
import { ownPassword, signIn, windowOf } from "./session.ts";

/** Who takes part in the journey: name for signing in, name, and the role he is given. */
export const cast = {
  officer: { username: "officer", name: "周干事", role: "townshipOfficer" },
  chair: { username: "chair", name: "何主持", role: "committeeChair" },
  registrar: { username: "registrar", name: "沈登记", role: "registrar" },
  tellerLi: { username: "teller-li", name: "李明辉", role: "teller" },
  tellerWu: { username: "teller-wu", name: "吴计票", role: "teller" },
  scrutineer: { username: "scrutineer", name: "孙监票", role: "scrutineer" },
} as const;
export type Member = keyof typeof cast;

/** The browser windows of the cast: opened and signed in when first needed, kept until the journey ends. */
export class Windows {
  readonly #browser: Browser;
  readonly #baseURL: string;
  readonly #open = new Map<Member, Page>();

  constructor(browser: Browser, baseURL: string) {
    this.#browser = browser;
    this.#baseURL = baseURL;
  }

  async of(member: Member): Promise<Page> {
    const known = this.#open.get(member);
    if (known !== undefined) return known;
    const page = await windowOf(this.#browser, this.#baseURL);
    await signIn(page, cast[member].username, ownPassword);
    this.#open.set(member, page);
    return page;
  }

  async close(): Promise<void> {
    for (const page of this.#open.values()) await page.context().close();
    this.#open.clear();
  }
}
