import fc from "fast-check";

/** A mutant must live or die by the same examples in every run; and few of them, because there are thousands of mutants. */
fc.configureGlobal({ seed: 20_260_101, numRuns: 150 });
