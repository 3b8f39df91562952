-- The order of names within a group, chosen when the list is posted and frozen with it; months tell namesakes of one year apart.
ALTER TABLE "RollVersion"
  ADD COLUMN "nameOrder" TEXT NOT NULL DEFAULT 'household',
  ADD CONSTRAINT "RollVersion_nameOrder_check" CHECK ("nameOrder" IN ('household', 'strokes', 'pinyin'));
ALTER TABLE "RollVersionEntry"
  ADD COLUMN "birthMonth" INTEGER,
  ADD CONSTRAINT "RollVersionEntry_birthMonth_check" CHECK ("birthMonth" BETWEEN 1 AND 12);

-- A change that was announced is part of the list: version and announced changes make the list of any day again. An objection
-- granted later may still name the change that had met it already.
CREATE FUNCTION announced_change_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."noticeId" IS NOT NULL AND (TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'objectionId') IS DISTINCT FROM (to_jsonb(OLD) - 'objectionId') OR OLD."objectionId" IS NOT NULL) THEN
    RAISE EXCEPTION 'a published thing is never edited' USING ERRCODE = 'CX003';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER roll_change_stays BEFORE UPDATE OR DELETE ON "RollChange" FOR EACH ROW EXECUTE FUNCTION announced_change_stays();

-- Everything taken out of a roll as a file: what, of whom, by whom, when. The number stands on the file.
CREATE TABLE "RollExport" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "choice" JSONB NOT NULL,
    "people" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "accountId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "RollExport_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RollExport_number_check" CHECK (number > 0),
    CONSTRAINT "RollExport_people_check" CHECK (people >= 0),
    CONSTRAINT "RollExport_format_check" CHECK (format IN ('pdf', 'xlsx'))
);
CREATE UNIQUE INDEX "RollExport_electionId_number_key" ON "RollExport"("electionId", "number");
ALTER TABLE "RollExport" ADD CONSTRAINT "RollExport_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE FUNCTION roll_export_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record of exports only grows' USING ERRCODE = 'CX020';
END $$;
CREATE TRIGGER roll_export_stays BEFORE UPDATE OR DELETE ON "RollExport" FOR EACH ROW EXECUTE FUNCTION roll_export_stays();
CREATE TRIGGER roll_export_no_truncate BEFORE TRUNCATE ON "RollExport" FOR EACH STATEMENT EXECUTE FUNCTION roll_export_stays();
COMMENT ON TABLE "RollExport" IS 'append-only';
