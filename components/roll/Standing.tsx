import { useTranslations } from "next-intl";
import { Tag, type TagState } from "#components/ui/Tag.tsx";
import { ROLL_STATUSES, type RollStatus } from "#lib/roll/model.ts";

const stateOf: Readonly<Record<RollStatus, TagState>> = { listed: "done", minor: "plain", notStated: "due", notApproved: "due", excluded: "plain", unclear: "due" };

/** Whether a person is on the list, in words; with the kind of exclusion. */
export function Standing({ status, exclusion, openFindings }: { readonly status: string; readonly exclusion: string | null; readonly openFindings: readonly string[] }) {
  const t = useTranslations("roll");
  const known = ROLL_STATUSES.find((one) => one === status) ?? "unclear";
  return (
    <>
      <Tag state={stateOf[known]}>{known === "excluded" && exclusion !== null ? t(`exclusion.${exclusion}`) : t(`status.${known}`)}</Tag>
      {openFindings.length === 0 ? null : <p className="muted">{t("list.toCheck", { kinds: openFindings.map((kind) => t(`faultNames.${kind}`)).join("、") })}</p>}
    </>
  );
}
