import { useTranslations } from "next-intl";
import Link from "next/link";
import { SelectField } from "#components/form/ChoiceFields.tsx";
import { PersonField } from "#components/election/PersonField.tsx";
import { staffRoles, type StaffRole } from "#lib/ballot/model.ts";

/** How staff is usually made up; what an empty form offers. */
const usual: readonly StaffRole[] = ["chiefScrutineer", "scrutineer", "scrutineer", "issuer", "issuer", "caller", "teller", "teller", "scribe"];

type StaffRowsProps = { readonly electionId: string; readonly staff: readonly { readonly role: string; readonly person: string }[]; readonly rows: number; readonly moreHref: string };

/** Polling staff, one a row; empty rows are passed over. */
export function StaffRows({ electionId, staff, rows, moreHref }: StaffRowsProps) {
  const t = useTranslations("ballot.staff");
  const words = useTranslations("ballot.role");
  const roles = staffRoles.map((role) => ({ value: role, label: words(role) }));
  return (
    <fieldset className="row-set">
      <legend className="field-label">{t("rows")}</legend>
      <p className="field-hint">{t("rowsHint")}</p>
      <ol className="entry-rows">
        {Array.from({ length: rows }, (_, index) => {
          const one = staff[index];
          return (
            <li key={index} className="field-row">
              <SelectField name={`staff[${index}].role`} label={t("role")} choices={roles} defaultValue={one?.role ?? (staff.length === 0 ? usual[index] : undefined) ?? "scrutineer"} emptyLabel={null} width="short" />
              <PersonField electionId={electionId} name={`staff[${index}].person`} label={t("person")} defaultValue={one?.person ?? ""} />
            </li>
          );
        })}
      </ol>
      <p>
        <Link href={moreHref} prefetch={false} scroll={false}>
          {t("moreRows")}
        </Link>
      </p>
    </fieldset>
  );
}

/** How many rows the form of staff shows at least. */
export const leastStaffRows = usual.length;
