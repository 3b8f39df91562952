/**
 * What can go wrong between `npm start` and a served page, as values. The words for the person at the desk stand in
 * `scripts/start/words.ts`; `detail` is the technical line shown under them.
 */
export type DatabaseProblem =
  /** Nothing answers at the address, or the name does not resolve. */
  | { readonly kind: "unreachable"; readonly address: string; readonly detail: string }
  /** The server answers and refuses name or password. */
  | { readonly kind: "refused"; readonly address: string; readonly detail: string }
  | { readonly kind: "badAddress" }
  | { readonly kind: "noSuchDatabase"; readonly address: string }
  /** Version as `server_version` says it; 15 is the oldest supported. */
  | { readonly kind: "serverTooOld"; readonly version: string }
  /** Tables of another program stand in the database. */
  | { readonly kind: "foreignTables"; readonly table: string }
  /** A migration that ran there does not exist in this program: the database is newer. */
  | { readonly kind: "databaseAhead"; readonly migration: string }
  /** A migration that ran there reads differently today. */
  | { readonly kind: "migrationEdited"; readonly migration: string }
  | { readonly kind: "migrationUnfinished"; readonly migration: string }
  | { readonly kind: "migrationFailed"; readonly migration: string; readonly detail: string }
  /** The account of DATABASE_URL may not create the application role; `sql` is what an administrator runs once. */
  | { readonly kind: "noRightsForRoles"; readonly role: string; readonly sql: string }
  | { readonly kind: "noRightsForSchema"; readonly detail: string }
  /** The embedded server. */
  | { readonly kind: "serverWouldNotStart"; readonly detail: string; readonly log: string }
  | { readonly kind: "binariesMissing"; readonly platform: string }
  | { readonly kind: "noServiceUser"; readonly detail: string }
  | { readonly kind: "clusterOfOtherVersion"; readonly found: string; readonly wanted: string };
