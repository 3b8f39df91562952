import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/Notice.tsx";

const acts = ["determined", "announced", "following", "certificates", "reprint"] as const;

/** What has just been done, after a legal act. */
export function DoneWords({ done, notices }: { readonly done: string | readonly string[] | undefined; readonly notices: string | readonly string[] | undefined }) {
  const t = useTranslations("result.done");
  const act = acts.find((one) => one === done);
  if (act === undefined) return null;
  const numbers = typeof notices === "string" ? notices.split(" ").filter((one) => /^\d+(-\d+)?$/.test(one)) : [];
  return (
    <Notice title={t(`${act}.title`)} state="done" announce>
      {act === "announced" ? t("announced.next", { notices: numbers.join(t("separator")) }) : t(`${act}.next`)}
    </Notice>
  );
}
