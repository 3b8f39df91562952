-- Holidays as an administrator entered them; steps recorded by hand; asking for another election day.
CREATE TABLE "HolidayYear" (
    "id" TEXT NOT NULL,
    "countyId" TEXT,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "days" JSONB NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "enteredByName" TEXT NOT NULL,
    CONSTRAINT "HolidayYear_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "HolidayYear_status_check" CHECK (status IN ('official', 'expected')),
    CONSTRAINT "HolidayYear_source_check" CHECK (btrim(source) <> ''),
    CONSTRAINT "HolidayYear_number_check" CHECK (number > 0)
);
-- Entries of the whole installation (no county) are one series as well.
CREATE UNIQUE INDEX "HolidayYear_countyId_year_number_key" ON "HolidayYear" ("countyId", "year", "number") NULLS NOT DISTINCT;

CREATE TABLE "StepRecord" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "doneOn" civil_day,
    "note" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedByName" TEXT NOT NULL,
    CONSTRAINT "StepRecord_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "StepRecord_electionId_step_idx" ON "StepRecord" ("electionId", "step");
ALTER TABLE "StepRecord" ADD CONSTRAINT "StepRecord_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "DayChange" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "fromDay" civil_day NOT NULL,
    "toDay" civil_day NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "askedBy" TEXT NOT NULL,
    "askedByName" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "decidedByName" TEXT,
    "decisionReason" TEXT,
    "noticeId" TEXT,
    "inForceAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "DayChange_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "DayChange_state_check" CHECK (state IN ('asked', 'approved', 'refused', 'withdrawn', 'inForce')),
    CONSTRAINT "DayChange_days_check" CHECK ("fromDay" <> "toDay"),
    CONSTRAINT "DayChange_reason_check" CHECK (btrim(reason) <> ''),
    -- Whoever asks does not decide.
    CONSTRAINT "DayChange_two_people" CHECK ("decidedBy" IS NULL OR "decidedBy" <> "askedBy"),
    CONSTRAINT "DayChange_decided_check" CHECK (state NOT IN ('approved', 'refused', 'inForce') OR ("decidedBy" IS NOT NULL AND "decidedAt" IS NOT NULL AND btrim("decisionReason") <> '')),
    CONSTRAINT "DayChange_in_force_check" CHECK ((state = 'inForce') = ("noticeId" IS NOT NULL AND "inForceAt" IS NOT NULL))
);
CREATE INDEX "DayChange_electionId_idx" ON "DayChange" ("electionId");
-- One open ask per election.
CREATE UNIQUE INDEX day_change_one_open ON "DayChange" ("electionId") WHERE state IN ('asked', 'approved');
ALTER TABLE "DayChange" ADD CONSTRAINT "DayChange_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was entered, recorded or asked stays as it was; an ask moves on, never back.
CREATE FUNCTION plan_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a record of the plan stays' USING ERRCODE = 'CX010';
END $$;
CREATE TRIGGER holiday_year_frozen BEFORE UPDATE OR DELETE ON "HolidayYear" FOR EACH ROW EXECUTE FUNCTION plan_refuse();
CREATE TRIGGER step_record_frozen BEFORE UPDATE OR DELETE ON "StepRecord" FOR EACH ROW EXECUTE FUNCTION plan_refuse();
CREATE FUNCTION day_change_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
    OR (OLD.id, OLD."electionId", OLD."fromDay", OLD."toDay", OLD.reason, OLD."askedBy", OLD."askedAt") IS DISTINCT FROM (NEW.id, NEW."electionId", NEW."fromDay", NEW."toDay", NEW.reason, NEW."askedBy", NEW."askedAt")
    OR NOT (OLD.state = 'asked' AND NEW.state IN ('approved', 'refused', 'withdrawn') OR OLD.state = 'approved' AND NEW.state IN ('withdrawn', 'inForce'))
  THEN
    RAISE EXCEPTION 'an ask for another election day moves on, never back' USING ERRCODE = 'CX010';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER day_change_moves BEFORE UPDATE OR DELETE ON "DayChange" FOR EACH ROW EXECUTE FUNCTION day_change_moves();
