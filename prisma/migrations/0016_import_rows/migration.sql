-- A register is read once, by a process of its own, into rows that the preview and the confirmation work from.
ALTER TABLE "RollImport"
  ADD COLUMN "attempt" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "progress" JSONB,
  ADD COLUMN "beatAt" TIMESTAMPTZ(3),
  ADD COLUMN "electionDay" TEXT,
  ADD COLUMN "headingsCipher" BYTEA,
  ADD COLUMN "part" BOOLEAN NOT NULL DEFAULT false;
-- Uploads that wait at this moment were never staged: they are asked for again.
UPDATE "RollImport" SET state = 'discarded', "fileCipher" = NULL, "fileKey" = NULL WHERE state IN ('mapping', 'preview');
ALTER TABLE "RollImport" ADD CONSTRAINT "RollImport_state_check" CHECK (state IN ('reading', 'mapping', 'preview', 'failed', 'confirmed', 'discarded'));
-- Once it is taken over, refused or discarded, the file is gone.
ALTER TABLE "RollImport" ADD CONSTRAINT "RollImport_file_check" CHECK (("fileCipher" IS NOT NULL) = (state IN ('reading', 'mapping', 'preview')));

CREATE TABLE "RollImportRow" (
    "importId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "usable" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT,
    "bornOn" TEXT,
    "ethnicity" TEXT,
    "relation" TEXT,
    "groupNumber" INTEGER NOT NULL,
    "householdNumber" TEXT,
    "category" INTEGER NOT NULL,
    "livesHere" BOOLEAN NOT NULL,
    "takesPart" BOOLEAN,
    "exclusion" TEXT,
    "status" TEXT NOT NULL,
    "openFindings" TEXT[],
    "remarks" TEXT,
    "pinyin" TEXT NOT NULL,
    "idHash" BYTEA,
    "idCipher" BYTEA,
    "idMask" TEXT,
    "idKey" TEXT,
    "personId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "findings" JSONB,
    "cells" BYTEA,
    "mendsImportId" TEXT,
    "mendsPlace" INTEGER,
    "take" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "RollImportRow_pkey" PRIMARY KEY ("importId", "place"),
    CONSTRAINT "RollImportRow_usable_check" CHECK (NOT usable OR (name <> '' AND sex IN ('male', 'female') AND "bornOn" ~ '^\d{4}-\d{2}-\d{2}$' AND status <> 'unclear')),
    -- Whole identity numbers stand nowhere but under the cipher.
    CONSTRAINT "RollImportRow_no_number_check" CHECK ("idMask" IS NULL OR "idMask" !~ '\d{9}'),
    CONSTRAINT "RollImportRow_cipher_check" CHECK (("idCipher" IS NULL) = ("idMask" IS NULL) AND ("idCipher" IS NULL) = ("idKey" IS NULL) AND ("idHash" IS NULL OR "idCipher" IS NOT NULL))
);
ALTER TABLE "RollImportRow" ADD CONSTRAINT "RollImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RollImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Version at which the last import left an entry; another version means that somebody has worked on it by hand.
ALTER TABLE "RollEntry" ADD COLUMN "importVersion" INTEGER;
UPDATE "RollEntry" SET "importVersion" = 1 WHERE "importId" IS NOT NULL;

CREATE TABLE "RegisterMapping" (
    "townshipId" TEXT NOT NULL,
    "headings" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "savedBy" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegisterMapping_pkey" PRIMARY KEY ("townshipId", "headings"),
    CONSTRAINT "RegisterMapping_headings_check" CHECK (headings ~ '^[0-9a-f]{64}$')
);
ALTER TABLE "RegisterMapping" ADD CONSTRAINT "RegisterMapping_townshipId_fkey" FOREIGN KEY ("townshipId") REFERENCES "Township"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
