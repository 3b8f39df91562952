-- Notices: who signed for an issuer without account, drafts of what is typed, photos of postings.
ALTER TABLE "Notice" ADD COLUMN "signedBy" TEXT;

CREATE TABLE "PostingPhoto" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "postingId" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,
    CONSTRAINT "PostingPhoto_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PostingPhoto_media_check" CHECK ("mediaType" IN ('image/jpeg', 'image/png')),
    CONSTRAINT "PostingPhoto_size_check" CHECK (octet_length(bytes) BETWEEN 1 AND 8388608 AND width > 0 AND height > 0),
    CONSTRAINT "PostingPhoto_sha256_check" CHECK (sha256 = encode(sha256(bytes), 'hex'))
);
CREATE UNIQUE INDEX "PostingPhoto_postingId_sha256_key" ON "PostingPhoto" ("postingId", "sha256");
CREATE INDEX "Posting_noticeId_idx" ON "Posting" ("noticeId");
ALTER TABLE "PostingPhoto" ADD CONSTRAINT "PostingPhoto_postingId_fkey" FOREIGN KEY ("postingId") REFERENCES "Posting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Photos do not compress again.
ALTER TABLE "PostingPhoto" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

CREATE TABLE "NoticeDraft" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "correctsId" TEXT NOT NULL DEFAULT '',
    "values" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "NoticeDraft_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "NoticeDraft_electionId_code_correctsId_key" ON "NoticeDraft" ("electionId", "code", "correctsId");

-- What was posted, and its photo, stays as it was recorded.
CREATE TRIGGER posting_frozen BEFORE UPDATE OR DELETE ON "Posting" FOR EACH ROW EXECUTE FUNCTION published_refuse();
CREATE TRIGGER posting_no_truncate BEFORE TRUNCATE ON "Posting" FOR EACH STATEMENT EXECUTE FUNCTION published_refuse();
CREATE TRIGGER posting_photo_frozen BEFORE UPDATE OR DELETE ON "PostingPhoto" FOR EACH ROW EXECUTE FUNCTION published_refuse();
CREATE TRIGGER posting_photo_no_truncate BEFORE TRUNCATE ON "PostingPhoto" FOR EACH STATEMENT EXECUTE FUNCTION published_refuse();
CREATE TRIGGER notice_no_truncate BEFORE TRUNCATE ON "Notice" FOR EACH STATEMENT EXECUTE FUNCTION published_refuse();

-- A notice corrects one of its own election.
CREATE FUNCTION notice_corrects_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."correctsId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Notice" n WHERE n.id = NEW."correctsId" AND n."electionId" = NEW."electionId") THEN
    RAISE EXCEPTION 'a notice corrects one of its own election' USING ERRCODE = 'CX015';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notice_corrects_own BEFORE INSERT ON "Notice" FOR EACH ROW EXECUTE FUNCTION notice_corrects_own();
