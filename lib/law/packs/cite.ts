import type { Citation, Confidence } from "../finding.ts";

/** Citations of one text: `cite("村民委员会组织法(2025)")("18")`. */
export const cite =
  (text: string, confidence: Confidence = "seen") =>
  (article: string): Citation => ({ text, article, confidence });

/**
 * 民政部《村民委员会选举规程》民发〔2013〕76号: a guide, not binding, and not readable in full, so never "seen". The article is
 * chapter and section.
 */
export const guide = (article: string, confidence: Confidence = "unverified"): Citation => cite("村民委员会选举规程(2013)", confidence)(article);
