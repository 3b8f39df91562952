import { writeFileSync } from "node:fs";
import path from "node:path";
import { grantedBy } from "./granting.ts";
import { permissions, roles, roleScope, type Role } from "./permissions.ts";

/** Chinese words of the roles, for the document. */
const roleWords: Readonly<Record<Role, string>> = {
  administrator: "系统管理员", countyAdministrator: "县级管理员", countyReader: "县级查阅人员", townshipOfficer: "乡镇换届工作人员", guide: "指导员", committeeChair: "村民选举委员会主任",
  committeeMember: "村民选举委员会成员", registrar: "选民登记员", ballotIssuer: "发票人", teller: "计票人", scrutineer: "监票人", observer: "观察员",
};

/** The tables of roles, permissions and granting as docs/permissions.md; made from the data that the program itself asks. */
export function permissionsDocument(): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");
  const actions = Object.entries(permissions).map(([action, allowed]): readonly string[] => {
    const names: readonly Role[] = allowed;
    return [`\`${action}\``, ...roles.map((role) => (names.includes(role) ? "●" : ""))];
  });
  return [
    "# Who may do what",
    "",
    "Made from `lib/access/permissions.ts` and `lib/access/granting.ts` by `node lib/access/permissions-doc.ts`; a test fails when it is not current.",
    "Every command, page and route names one action of this table; the role must be held in a scope that covers the row in question.",
    "No role of the authorities (administrator, county reader, township officer, guide) and no observer may do anything that writes a village's roll, ballots or votes.",
    "",
    "## Roles",
    "",
    table(["Role", "角色", "Held for", "Given by"], roles.map((role) => [role, roleWords[role], roleScope[role], grantedBy[role].join(", ")])),
    "",
    "The first administrator is made by the first run, possible only while no account exists. One person never holds a role of the authorities beside one that runs a village's election.",
    "An account is reset, closed or extended only by somebody who could have given every role that it holds.",
    "",
    "## Actions",
    "",
    table(["Action", ...roles], actions),
    "",
  ].join("\n");
}

/** Where the document stands. */
export const permissionsDocumentPath = path.join(import.meta.dirname, "../../docs/permissions.md");

if (process.argv[1] === import.meta.filename) writeFileSync(permissionsDocumentPath, permissionsDocument());
