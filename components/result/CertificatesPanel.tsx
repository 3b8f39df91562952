import { useTranslations } from "next-intl";
import { OfficeWords } from "#components/count/OfficeWords.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { DataTable } from "#components/ui/DataTable.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { PersonName } from "#components/ui/PersonName.tsx";
import type { FormAction } from "#lib/platform/form-state.ts";
import type { ResultView } from "#lib/result/queries.ts";

type Certificate = { readonly id: string; readonly number: string; readonly name: string; readonly office: string; readonly reprints: number };

type CertificatesPanelProps = {
  readonly view: ResultView;
  readonly certificates: readonly Certificate[];
  readonly actions: { readonly issue: FormAction; readonly reprint: FormAction };
};

/** Certificates of election: issued once nothing more follows, printed, reprinted on record. */
export function CertificatesPanel({ view, certificates, actions }: CertificatesPanelProps) {
  const t = useTranslations("result.certificates");
  const complete = view.outcome.next.kind === "none" || view.outcome.next.kind === "meetingDecides";
  if (!complete && certificates.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{t("title")}</Heading>
      {complete && certificates.length < view.holders.length ? (
        <>
          <p>{t("explain", { count: view.holders.length - certificates.length })}</p>
          <CommandForm action={actions.issue} submitLabel={t("issue")} hidden={{ electionId: view.election.id }} formId="certificates" />
        </>
      ) : null}
      {certificates.length === 0 ? null : (
        <DataTable
          caption={t("list")}
          rows={certificates}
          rowKey={(row) => row.id}
          columns={[
            { key: "number", head: t("number"), cell: (row) => row.number },
            { key: "name", head: t("name"), rowHeader: true, cell: (row) => <PersonName name={row.name} /> },
            { key: "office", head: t("office"), cell: (row) => <OfficeWords office={row.office} only={null} /> },
            { key: "print", head: t("print"), cell: (row) => <a href={`/api/results/certificates/${row.id}`} target="_blank" rel="noopener">{t("open")}<span className="sr-only">{row.name}</span></a> },
            {
              key: "reprint", head: t("reprint"),
              cell: (row) => (
                <>
                  {row.reprints > 0 ? t("reprinted", { count: row.reprints }) : null}
                  <CommandForm action={actions.reprint} submitLabel={t("reprintSubmit")} submitContext={row.name} hidden={{ certificateId: row.id }} look="secondary" small formId={`reprint-${row.id}`} />
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
