import { getTranslations } from "next-intl/server";
import { ControlSheet } from "#components/plan/ControlSheet.tsx";
import { ButtonLink } from "#components/ui/Button.tsx";
import { Heading, Lede } from "#components/ui/Heading.tsx";
import { townshipPlans } from "#lib/plan/queries.ts";
import { guardedPage, townshipPlace } from "#lib/web/page.ts";

/** The township's control sheet (控制表): every step of every village with its state and day. */
export default guardedPage("township.read", townshipPlace, async ({ db, params, now }) => {
  const townshipId = params["townshipId"] ?? "";
  const t = await getTranslations("plan");
  const drives = await townshipPlans(db, townshipId, now);
  return (
    <>
      <Heading>{t("control.title")}</Heading>
      <Lede>{t("control.lede")}</Lede>
      {drives.map((drive) => (
        <section key={drive.id}>
          <Heading level={2}>{drive.name}</Heading>
          {drive.plans.length === 0 ? (
            <p>{t("control.noElections")}</p>
          ) : (
            <>
              <div className="btn-row">
                <ButtonLink href={`/api/plan/township/${townshipId}/control?drive=${drive.id}`} look="secondary" small newTab>{t("controlPdf")}</ButtonLink>
                <ButtonLink href={`/api/plan/township/${townshipId}/workbook?drive=${drive.id}`} look="secondary" small download>{t("xlsx")}</ButtonLink>
              </div>
              <ControlSheet townshipId={townshipId} caption={t("control.caption", { drive: drive.name })} plans={drive.plans} />
            </>
          )}
        </section>
      ))}
      <p className="muted">{t("control.legend")}</p>
    </>
  );
});
