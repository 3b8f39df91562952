/** What every page's client components may say: forms, states, errors. */
export const everywhere = ["common", "form", "shell"] as const;

/** Whoever shows findings answers "why?" too: the rules in words, and the words of figures that are codes. */
export const withFindings = ["findings", "why", "rules", "facts"] as const;

/**
 * What client components of signed-in pages say besides. A test compares it with what they ask for: a page carries no
 * words that only the server says.
 */
export const signedIn = [
  ...withFindings, "account.signIn", "ballot.account", "count.entry", "count.ground", "count.live", "count.office", "count.saved", "count.settle", "count.write", "desk.rooms", "houses", "meeting.help",
  "roll.exclusion", "roll.import", "roll.sex", "rollEntry.identity", "rollImport.reading", "rollExport",
] as const;
