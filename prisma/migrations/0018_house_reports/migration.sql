-- What was heard at a door and is for the desk to settle: somebody died, moved out, or lives here and is on no register.
CREATE TABLE "HouseReport" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "entryId" TEXT,
    "groupNumber" INTEGER NOT NULL,
    "householdNumber" TEXT,
    "kind" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "settledAt" TIMESTAMPTZ(3),
    "settledBy" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "HouseReport_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "HouseReport_kind_check" CHECK (kind IN ('died', 'movedOut', 'newPerson')),
    CONSTRAINT "HouseReport_people_check" CHECK (people BETWEEN 1 AND 20),
    CONSTRAINT "HouseReport_subject_check" CHECK ((kind = 'newPerson') = ("entryId" IS NULL) AND (kind = 'newPerson' OR people = 1)),
    CONSTRAINT "HouseReport_state_check" CHECK (state IN ('open', 'confirmed', 'mistaken')),
    CONSTRAINT "HouseReport_settled_check" CHECK ((state = 'open') = ("settledAt" IS NULL) AND (state = 'open') = ("settledBy" IS NULL) AND (state = 'open') = (note IS NULL))
);
CREATE UNIQUE INDEX "HouseReport_requestId_kind_key" ON "HouseReport"("requestId", "kind");
CREATE INDEX "HouseReport_electionId_state_idx" ON "HouseReport"("electionId", "state");
CREATE INDEX "HouseReport_entryId_idx" ON "HouseReport"("entryId");
ALTER TABLE "HouseReport" ADD CONSTRAINT "HouseReport_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "HouseReport" ADD CONSTRAINT "HouseReport_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "RollEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The same thing said twice of a person stays one report until it is settled.
CREATE UNIQUE INDEX house_report_open_once ON "HouseReport" ("entryId", kind) WHERE state = 'open' AND "entryId" IS NOT NULL;

-- What was heard never changes; what was settled changes no more.
CREATE FUNCTION house_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW."electionId", NEW."entryId", NEW."groupNumber", NEW."householdNumber", NEW.kind, NEW.people, NEW.day, NEW.at, NEW."byId", NEW."byName", NEW."requestId")
    IS DISTINCT FROM (OLD.id, OLD."electionId", OLD."entryId", OLD."groupNumber", OLD."householdNumber", OLD.kind, OLD.people, OLD.day, OLD.at, OLD."byId", OLD."byName", OLD."requestId")
    OR OLD.state <> 'open' THEN
    RAISE EXCEPTION 'a report from a house stays as it was heard and settled' USING ERRCODE = 'CX018';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER house_report_stays BEFORE UPDATE ON "HouseReport" FOR EACH ROW EXECUTE FUNCTION house_report_stays();
