import { z } from "zod";
import { caseHead, day, proof, words } from "./shared.ts";

/** The certificate of election (当选证书), numbered; a reprint says so. */
export const certificateModel = z.object({
  ...caseHead.shape,
  number: words,
  name: words,
  /** 主任, 副主任, 委员. */
  office: words,
  electedOn: day,
  /** Who issues it: the election committee or the township's government, as the province has it. */
  issuer: words,
  date: day,
  /** 0 for the first print; the reprint's ordinal else (补发). */
  reprint: z.number().int().min(0),
  proof,
});
export type CertificateData = z.infer<typeof certificateModel>;
