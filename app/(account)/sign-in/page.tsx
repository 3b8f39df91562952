import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { SignInForm } from "#components/access/SignInForm.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { isFirstRun } from "#lib/access/bootstrap.ts";
import { currentActor, sessionId } from "#lib/web/actor.ts";
import { publicPage } from "#lib/web/page.ts";
import { afterSignIn } from "#lib/web/sign-in-path.ts";

/** Signing in; leads on to the page that asked for it. */
export default publicPage(async ({ db, search }) => {
  const t = await getTranslations("account.signIn");
  const to = afterSignIn(search["from"]);
  if (await isFirstRun(db)) redirect("/first-run");
  if ((await currentActor()) !== null) redirect(to);
  const ended = (await sessionId()) !== null;
  return (
    <>
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      {ended ? (
        <Notice title={t("ended.title")} state="due">
          <p>{t("ended.text")}</p>
        </Notice>
      ) : null}
      {search["done"] === "firstRun" ? (
        <Notice title={t("ready.title")} state="done" announce>
          <p>{t("ready.text")}</p>
        </Notice>
      ) : null}
      <noscript>
        <p>{t("noScript")}</p>
      </noscript>
      <SignInForm to={to} />
      <p className="muted">{t("forgotten")}</p>
    </>
  );
});
