import { Prisma } from "#lib/database/generated/client.ts";

/** Aliases that statements of the import use: `e` an entry of the roll, `r` a staged row. */
type Alias = "e" | "r";

/** What an entry or a row says, by field, as JSON. The number only masked. */
export const face = (alias: Alias, mask: 'p."idMask"' | 'r."idMask"'): Prisma.Sql =>
  Prisma.raw(`jsonb_build_object('name', ${alias}.name, 'sex', ${alias}.sex, 'bornOn', ${alias}."bornOn", 'ethnicity', ${alias}.ethnicity, 'relation', ${alias}.relation, 'groupNumber', ${alias}."groupNumber",
    'householdNumber', ${alias}."householdNumber", 'category', ${alias}.category, 'livesHere', ${alias}."livesHere", 'takesPart', ${alias}."takesPart", 'exclusion', ${alias}.exclusion, 'remarks', ${alias}.remarks,
    'openFindings', to_jsonb(${alias}."openFindings"), 'idNumber', ${mask})`);
