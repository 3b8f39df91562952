import { cookies } from "next/headers";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { localeOf, textCookie, textSizeOf } from "#lib/i18n/locale.ts";

/** Who is signed in, in words. */
export type ShellUser = { readonly name: string; readonly role: string };

/** A server action, or the address a plain form posts to with its hidden fields. */
export type SignOut = { readonly action: string | ((data: FormData) => void | Promise<void>); readonly hidden?: Readonly<Record<string, string>> };

type TopBarProps = {
  readonly context: string | undefined;
  readonly homeHref: string;
  readonly user: ShellUser | undefined;
  readonly signOut: SignOut | undefined;
  readonly offerSignIn: boolean;
};

/** The bar on top: mark, whose page this is, who is signed in, and the page options. */
export async function TopBar({ context, homeHref, user, signOut, offerSignIn }: TopBarProps) {
  const t = await getTranslations("shell");
  const common = await getTranslations("common");
  return (
    <div className="bar">
      <div>
        <Link href={homeHref} className="brand" prefetch={false}>
          <span className="brand-mark" aria-hidden="true" lang="zh-CN">
            选
          </span>
          {common("appName")}
        </Link>
        {context === undefined ? null : <span className="bar-context">{context}</span>}
        <nav className="bar-options" aria-label={t("mainMenu")}>
          {user === undefined ? null : <span className="bar-user">{t("userWithRole", { name: user.name, role: user.role })}</span>}
          <PreferenceForms />
          {user !== undefined && signOut !== undefined ? <SignOutForm signOut={signOut} label={t("signOut")} /> : null}
          {user === undefined && offerSignIn ? (
            <Link href="/sign-in" className="bar-button" prefetch={false}>
              {t("signIn")}
            </Link>
          ) : null}
        </nav>
      </div>
    </div>
  );
}

/** Text size and language as plain forms: they work without JavaScript. */
async function PreferenceForms() {
  const t = await getTranslations("shell");
  const large = textSizeOf((await cookies()).get(textCookie)?.value) === "large";
  const chinese = localeOf(await getLocale()) === "zh-CN";
  return (
    <>
      <form action="/api/preferences" method="post">
        <button type="submit" name="text" value={large ? "normal" : "large"} className="bar-button">
          {large ? t("textNormal") : t("textLarge")}
        </button>
      </form>
      <form action="/api/preferences" method="post">
        <button type="submit" name="locale" value={chinese ? "en" : "zh-CN"} lang={chinese ? "en" : "zh-CN"} className="bar-button">
          {chinese ? "English" : "中文"}
        </button>
      </form>
    </>
  );
}

function SignOutForm({ signOut, label }: { readonly signOut: SignOut; readonly label: string }) {
  const { action, hidden = {} } = signOut;
  return (
    <form action={action} {...(typeof action === "string" ? { method: "post" } : {})}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="bar-button">
        {label}
      </button>
    </form>
  );
}
