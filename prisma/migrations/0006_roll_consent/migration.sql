-- Residents whose household is elsewhere wait for the meeting's consent (category 3): a standing of its own, and its evidence.
ALTER TABLE "RollEntry" ADD COLUMN "consent" JSONB;
ALTER TABLE "RollEntry" DROP CONSTRAINT "RollEntry_status_check";
ALTER TABLE "RollEntry" ADD CONSTRAINT "RollEntry_status_check" CHECK (status IN ('listed', 'minor', 'excluded', 'notStated', 'notApproved'));
-- One register cannot be taken over twice at the same time.
CREATE UNIQUE INDEX roll_import_once ON "RollImport" ("electionId", "fileSha256") WHERE state <> 'discarded';
