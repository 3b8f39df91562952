import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Tag, type TagState } from "#components/ui/Tag.tsx";
import type { BundleState } from "#lib/count/model.ts";
import type { BundleItem } from "#lib/count/queries.ts";

const tagOf: Readonly<Record<BundleState, TagState>> = { empty: "plain", firstEntry: "now", firstDone: "now", secondEntry: "now", compared: "due", settled: "done" };

/** A bundle's state in words, with how far the entry is. */
export function BundleStateTag({ bundle }: { readonly bundle: Pick<BundleItem, "state" | "reopens" | "size" | "read" | "reopenAsked"> }) {
  const t = useTranslations("count.bundleState");
  const key = bundle.state === "empty" && bundle.reopens > 0 ? "reopened" : bundle.state;
  const read = bundle.state === "secondEntry" ? bundle.read[2] : bundle.read[1];
  return (
    <>
      <Tag state={tagOf[bundle.state]}>{t(key, { read, size: bundle.size })}</Tag> {bundle.reopenAsked ? <Tag state="due">{t("reopenAsked")}</Tag> : null}
    </>
  );
}

/** All bundles of a vote; the number leads to the bundle. */
export function BundleTable({ electionId, bundles }: { readonly electionId: string; readonly bundles: readonly BundleItem[] }) {
  const t = useTranslations("count.table");
  return (
    <DataTable
      caption={t("caption")}
      rows={bundles}
      rowKey={(bundle) => bundle.id}
      columns={[
        {
          key: "number", head: t("number"), rowHeader: true,
          cell: (bundle) => (
            <Link href={`/desk/${electionId}/count/${bundle.id}`} prefetch={false}>
              {t("bundle", { number: String(bundle.number).padStart(2, "0") })}
            </Link>
          ),
        },
        { key: "size", head: t("size"), numeric: true, cell: (bundle) => bundle.size },
        { key: "state", head: t("state"), cell: (bundle) => <BundleStateTag bundle={bundle} /> },
        { key: "first", head: t("first"), cell: (bundle) => bundle.firstName ?? t("nobody") },
        { key: "second", head: t("second"), cell: (bundle) => bundle.secondName ?? t("nobody") },
      ]}
    />
  );
}
