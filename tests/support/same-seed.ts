import fc from "fast-check";

/** A mutant must live or die by the same examples in every run. */
fc.configureGlobal({ seed: 20_260_101 });
