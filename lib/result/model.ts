import { z } from "zod";
import { day, id, optionalLine, version } from "../platform/fields.ts";

export const determineVoteInput = z.object({ voteId: id, version, differenceReason: optionalLine(500) });
export const announceResultInput = z.object({ determinationId: id });
export const openFollowingVoteInput = z.object({ determinationId: id, pollingDay: day });
export const issueCertificatesInput = z.object({ electionId: id });
export const reprintCertificateInput = z.object({ certificateId: id });
