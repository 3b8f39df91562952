import Link from "next/link";
import "#components/notice/cards.css";
import { getTranslations } from "next-intl/server";
import { Shell } from "#components/shell/Shell.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { InsetText } from "#components/ui/Notice.tsx";
import { publicTownships } from "#lib/observer/queries.ts";
import { publicPage } from "#lib/web/page.ts";

/** The first page: which townships hold elections here. */
export default publicPage(async ({ db }) => {
  const t = await getTranslations("observer");
  const townships = await publicTownships(db);
  const started = townships.length > 0 || (await db.account.count()) > 0;
  return (
    <Shell variant="public">
      <Heading>{t("title")}</Heading>
      <Lede>{t("lede")}</Lede>
      {townships.length === 0 ? (
        <InsetText>
          <p>{t(started ? "noTownships" : "firstRun")}</p>
          {started ? null : (
            <p>
              <ButtonLink href="/first-run">{t("firstRunAction")}</ButtonLink>
            </p>
          )}
        </InsetText>
      ) : (
        <ul className="card-list">
          {townships.map((township) => (
            <li key={township.id}>
              <Link href={`/t/${township.id}`} prefetch={false}>
                <strong>{township.name}</strong>
              </Link>
              <span className="muted">{township.county.name}</span>
            </li>
          ))}
        </ul>
      )}
    </Shell>
  );
});
