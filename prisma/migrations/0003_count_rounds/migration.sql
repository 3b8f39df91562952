-- A reopened bundle is entered again in a new round; what was read in earlier rounds stays.
ALTER TABLE "Reading" ADD COLUMN "round" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Reading" DROP CONSTRAINT "Reading_pkey", ADD CONSTRAINT "Reading_pkey" PRIMARY KEY ("bundleId", "round", "pass", "paper");
ALTER TABLE "Settlement" ADD COLUMN "round" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Settlement" DROP CONSTRAINT "Settlement_pkey", ADD CONSTRAINT "Settlement_pkey" PRIMARY KEY ("bundleId", "round", "paper");

-- Two people for the two entries of a round, a third for settling; a past round is closed.
CREATE OR REPLACE FUNCTION reading_two_people() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  b "Bundle"%ROWTYPE;
BEGIN
  SELECT * INTO b FROM "Bundle" x WHERE x.id = NEW."bundleId";
  IF NEW.round <> b.reopens THEN
    RAISE EXCEPTION 'a past round is closed' USING ERRCODE = 'CX007';
  END IF;
  IF EXISTS (SELECT 1 FROM "Reading" r WHERE r."bundleId" = NEW."bundleId" AND r.round = NEW.round AND r.pass <> NEW.pass AND r."by" = NEW."by") THEN
    RAISE EXCEPTION 'both entries by one person' USING ERRCODE = 'CX005';
  END IF;
  IF NEW.paper > b.size THEN
    RAISE EXCEPTION 'paper outside its bundle' USING ERRCODE = 'CX006';
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION settlement_third_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Reading" r WHERE r."bundleId" = NEW."bundleId" AND r.round = NEW.round AND r."by" = NEW."by") THEN
    RAISE EXCEPTION 'settled by one who entered' USING ERRCODE = 'CX005';
  END IF;
  RETURN NEW;
END $$;

-- Readings and settlements are replaced within their round, never taken away.
CREATE FUNCTION reading_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was read stays' USING ERRCODE = 'CX008';
END $$;
CREATE TRIGGER reading_stays BEFORE DELETE ON "Reading" FOR EACH ROW EXECUTE FUNCTION reading_stays();
CREATE TRIGGER settlement_stays BEFORE DELETE ON "Settlement" FOR EACH ROW EXECUTE FUNCTION reading_stays();

-- A determined vote is followed by at most one vote of each kind at a time; numbers already say that no vote follows itself.
CREATE INDEX "Vote_parentId_idx" ON "Vote" ("parentId");
