import { useTranslations } from "next-intl";
import { RadioField } from "#components/form/ChoiceFields.tsx";
import { CommandForm } from "#components/form/CommandForm.tsx";
import { Button } from "#components/ui/Button.tsx";
import { Heading } from "#components/ui/Heading.tsx";
import { Tag } from "#components/ui/Tag.tsx";
import type { WrittenItem } from "#lib/count/queries.ts";
import type { FormAction } from "#lib/platform/form-state.ts";

type WrittenNameCardProps = {
  readonly name: WrittenItem;
  /** People of the roll whom it may mean. */
  readonly people: readonly { readonly id: string; readonly label: string }[];
  readonly question: string;
  readonly mayDo: { readonly merge: boolean; readonly confirm: boolean };
  readonly actions: { readonly merge: FormAction; readonly confirm: FormAction; readonly undo: FormAction };
};

/** One written-in name: as written, whom it is taken to mean, by whom, confirmed by whom. */
export function WrittenNameCard({ name, people, question, mayDo, actions }: WrittenNameCardProps) {
  const t = useTranslations("count.names");
  const { person } = name;
  return (
    <section className="notice edge-plain">
      <Heading level={2}>
        {name.text} <Tag state={name.confirmedName !== null ? "done" : person === null ? "plain" : "due"}>{t(name.confirmedName !== null ? "confirmed" : person === null ? "open" : "merged")}</Tag>
      </Heading>
      {person === null ? null : (
        <p>
          {t("means", { name: person.name, group: person.groupNumber, sex: person.sex, year: person.bornOn.slice(0, 4), by: name.mergedName ?? "" })}
          {name.confirmedName === null ? "" : t("confirmedBy", { name: name.confirmedName })}
        </p>
      )}
      {person !== null && name.confirmedName === null && mayDo.confirm ? <CommandForm action={actions.confirm} submitLabel={t("confirm")} submitContext={name.text} hidden={{ writtenNameId: name.id }} small formId={`confirm-${name.id}`} /> : null}
      {person !== null && mayDo.merge ? <CommandForm action={actions.undo} submitLabel={t("undo")} submitContext={name.text} hidden={{ writtenNameId: name.id }} look="secondary" small formId={`undo-${name.id}`} /> : null}
      {person === null && mayDo.merge ? (
        <>
          <form method="get" className="entry-jump">
            <input type="hidden" name="name" value={name.id} />
            <label htmlFor={`q-${name.id}`}>{t("search")}</label>
            <input id={`q-${name.id}`} name="q" className="input input-medium" defaultValue={question} />
            <Button look="secondary" small>{t("searchGo")}</Button>
          </form>
          {people.length === 0 ? <p>{t("nobody")}</p> : (
            <CommandForm action={actions.merge} submitLabel={t("merge")} submitContext={name.text} hidden={{ writtenNameId: name.id }} small formId={`merge-${name.id}`}>
              <RadioField name="rollEntryId" label={t("who")} choices={people.map((one) => ({ value: one.id, label: one.label }))} />
            </CommandForm>
          )}
        </>
      ) : null}
    </section>
  );
}
