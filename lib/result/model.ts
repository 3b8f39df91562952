import { z } from "zod";
import { acceptances, day, id, optionalLine, version } from "../platform/fields.ts";

export const determineVoteInput = z.object({ voteId: id, version, differenceReason: optionalLine(500), acceptances });
export const announceResultInput = z.object({ determinationId: id, acceptances });
export const openFollowingVoteInput = z.object({ determinationId: id, pollingDay: day, acceptances });
export const issueCertificatesInput = z.object({ electionId: id, acceptances });
export const reprintCertificateInput = z.object({ certificateId: id });
