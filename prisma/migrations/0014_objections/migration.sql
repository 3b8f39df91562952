-- Objections to the posted list (申诉): received within five days, decided within three, both against a named day.
CREATE TABLE "Objection" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "rollEntryId" TEXT,
    "subjectName" TEXT NOT NULL,
    "subjectGroup" INTEGER,
    "statement" TEXT NOT NULL,
    "objector" TEXT NOT NULL,
    "contact" TEXT,
    "via" TEXT NOT NULL,
    "againstOn" TEXT NOT NULL,
    "receivedOn" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "enteredBy" TEXT,
    "state" TEXT NOT NULL,
    "decidedOn" TEXT,
    "decidedBy" TEXT,
    "decisionReason" TEXT,
    "noticeId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Objection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Objection_number_check" CHECK (number > 0),
    CONSTRAINT "Objection_kind_check" CHECK (kind IN ('add', 'remove', 'correct')),
    CONSTRAINT "Objection_subject_check" CHECK (kind = 'add' OR "rollEntryId" IS NOT NULL),
    CONSTRAINT "Objection_via_check" CHECK (via IN ('desk', 'public') AND (via = 'public' OR "enteredBy" IS NOT NULL)),
    CONSTRAINT "Objection_days_check" CHECK ("receivedOn" >= "againstOn" AND ("decidedOn" IS NULL OR "decidedOn" >= "receivedOn")),
    CONSTRAINT "Objection_state_check" CHECK (state IN ('open', 'granted', 'refused', 'withdrawn')),
    CONSTRAINT "Objection_decision_check" CHECK ((state = 'open') = ("decidedOn" IS NULL) AND (state = 'open') = ("decidedBy" IS NULL) AND (state = 'open') = ("decisionReason" IS NULL)),
    CONSTRAINT "Objection_notice_check" CHECK ("noticeId" IS NULL OR state IN ('granted', 'refused'))
);
CREATE UNIQUE INDEX "Objection_electionId_number_key" ON "Objection"("electionId", "number");
ALTER TABLE "Objection" ADD CONSTRAINT "Objection_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open objection of a kind about one person; a second voice joins the first.
CREATE UNIQUE INDEX objection_open_once ON "Objection" ("electionId", "kind", "rollEntryId") WHERE state = 'open' AND "rollEntryId" IS NOT NULL;

-- What was asked never changes; what was decided changes no more, but for the notice that tells of it and the entry made for it.
CREATE FUNCTION objection_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW."electionId", NEW.number, NEW.kind, NEW."subjectName", NEW."subjectGroup", NEW.statement, NEW.objector, NEW.contact, NEW.via, NEW."againstOn", NEW."receivedOn", NEW."receivedAt", NEW."enteredBy")
    IS DISTINCT FROM (OLD.id, OLD."electionId", OLD.number, OLD.kind, OLD."subjectName", OLD."subjectGroup", OLD.statement, OLD.objector, OLD.contact, OLD.via, OLD."againstOn", OLD."receivedOn", OLD."receivedAt", OLD."enteredBy")
    OR (OLD."rollEntryId" IS NOT NULL AND NEW."rollEntryId" IS DISTINCT FROM OLD."rollEntryId")
    OR (OLD.state <> 'open' AND (NEW.state, NEW."decidedOn", NEW."decidedBy", NEW."decisionReason") IS DISTINCT FROM (OLD.state, OLD."decidedOn", OLD."decidedBy", OLD."decisionReason"))
    OR (OLD."noticeId" IS NOT NULL AND NEW."noticeId" IS DISTINCT FROM OLD."noticeId") THEN
    RAISE EXCEPTION 'an objection stays as it was received and decided' USING ERRCODE = 'CX014';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER objection_stays BEFORE UPDATE ON "Objection" FOR EACH ROW EXECUTE FUNCTION objection_stays();
CREATE FUNCTION objection_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an objection is never deleted' USING ERRCODE = 'CX014';
END $$;
CREATE TRIGGER objection_kept BEFORE DELETE ON "Objection" FOR EACH ROW EXECUTE FUNCTION objection_kept();

-- The change of the list that carries out a granted objection.
ALTER TABLE "RollChange" ADD COLUMN "objectionId" TEXT;
ALTER TABLE "RollChange" ADD CONSTRAINT "RollChange_objectionId_fkey" FOREIGN KEY ("objectionId") REFERENCES "Objection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "RollChange_objectionId_idx" ON "RollChange"("objectionId");
