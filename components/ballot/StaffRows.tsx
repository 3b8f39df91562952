import { useTranslations } from "next-intl";
import { PersonField } from "#components/election/PersonField.tsx";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { EntryRows } from "#components/form/EntryRows.tsx";
import { staffRoles, type StaffRole } from "#lib/ballot/model.ts";

/** How staff is usually made up; what an empty form offers. */
const usual: readonly StaffRole[] = ["chiefScrutineer", "scrutineer", "scrutineer", "issuer", "issuer", "caller", "teller", "teller", "scribe"];

/** How many rows the form of staff shows at least. */
export const leastStaffRows = usual.length;

type StaffRowsProps = { readonly electionId: string; readonly staff: readonly { readonly role: string; readonly person: string }[]; readonly rows: number; readonly moreHref: string };

/** Polling staff, one a row. */
export function StaffRows({ electionId, staff, rows, moreHref }: StaffRowsProps) {
  const t = useTranslations("ballot.staff");
  const words = useTranslations("ballot.role");
  const more = useTranslations("ballot");
  const roles = staffRoles.map((role) => ({ value: role, label: words(role) }));
  const roleOf = (index: number): string => staff[index]?.role ?? (staff.length === 0 ? usual[index] : undefined) ?? "scrutineer";
  return (
    <EntryRows
      name="staff"
      legend={t("rows")}
      hint={t("rowsHint")}
      rows={rows}
      more={{ href: moreHref, label: more("moreRows"), plain: more("moreRowsPlain") }}
      row={(index) => (
        <>
          <SelectField name={`staff[${index}].role`} label={t("role")} choices={roles} defaultValue={roleOf(index)} emptyLabel={null} width="short" />
          <PersonField electionId={electionId} name={`staff[${index}].person`} label={t("person")} defaultValue={staff[index]?.person ?? ""} />
        </>
      )}
    />
  );
}
