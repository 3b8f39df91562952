-- Nobody twice: the same person on several rolls is found by index, and no two posted lists of a county's term hold one number.

-- The same two constraints, ordered so that equal numbers and equal persons stand beside each other.
DROP INDEX "Person_townshipId_idHash_key";
CREATE UNIQUE INDEX "Person_idHash_townshipId_key" ON "Person"("idHash", "townshipId");
DROP INDEX "RollEntry_electionId_personId_key";
CREATE UNIQUE INDEX "RollEntry_personId_electionId_key" ON "RollEntry"("personId", "electionId");

-- Two entries of one roll that are one person (合并重复登记).
ALTER TABLE "RollEntry" ADD COLUMN "mergedIntoId" TEXT,
  ADD CONSTRAINT "RollEntry_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "RollEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "RollEntry_merged_check" CHECK ("mergedIntoId" IS NULL OR ("mergedIntoId" <> id AND exclusion = 'duplicate'));
CREATE TABLE "RollMerge" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "keptId" TEXT NOT NULL,
    "goneId" TEXT NOT NULL,
    "keptBefore" JSONB NOT NULL,
    "goneBefore" JSONB NOT NULL,
    "keptAfter" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneBy" TEXT,
    "undoReason" TEXT,

    CONSTRAINT "RollMerge_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RollMerge_two_check" CHECK ("keptId" <> "goneId"),
    CONSTRAINT "RollMerge_undone_check" CHECK (("undoneAt" IS NULL) = ("undoneBy" IS NULL) AND ("undoneAt" IS NULL) = ("undoReason" IS NULL))
);
CREATE INDEX "RollMerge_electionId_at_idx" ON "RollMerge"("electionId", "at");
CREATE INDEX "RollMerge_keptId_idx" ON "RollMerge"("keptId");
-- An entry is merged away once at a time.
CREATE UNIQUE INDEX roll_merge_gone_once ON "RollMerge" ("goneId") WHERE "undoneAt" IS NULL;
ALTER TABLE "RollMerge" ADD CONSTRAINT "RollMerge_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RollMerge" ADD CONSTRAINT "RollMerge_keptId_fkey" FOREIGN KEY ("keptId") REFERENCES "RollEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RollMerge" ADD CONSTRAINT "RollMerge_goneId_fkey" FOREIGN KEY ("goneId") REFERENCES "RollEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE FUNCTION roll_merge_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."undoneAt" IS NOT NULL
    OR (NEW.id, NEW."electionId", NEW."keptId", NEW."goneId", NEW."keptBefore", NEW."goneBefore", NEW."keptAfter", NEW.reason, NEW.at, NEW."byId", NEW."byName")
      IS DISTINCT FROM (OLD.id, OLD."electionId", OLD."keptId", OLD."goneId", OLD."keptBefore", OLD."goneBefore", OLD."keptAfter", OLD.reason, OLD.at, OLD."byId", OLD."byName") THEN
    RAISE EXCEPTION 'a merge stays as it was made, but for its undoing' USING ERRCODE = 'CX019';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER roll_merge_stays BEFORE UPDATE OR DELETE ON "RollMerge" FOR EACH ROW EXECUTE FUNCTION roll_merge_stays();

-- A desk says of two entries that they are not the same person.
CREATE TABLE "DuplicateAnswer" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "DuplicateAnswer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "DuplicateAnswer_two_check" CHECK ("entryId" <> "otherId")
);
COMMENT ON TABLE "DuplicateAnswer" IS 'append-only';
CREATE UNIQUE INDEX "DuplicateAnswer_entryId_otherId_key" ON "DuplicateAnswer"("entryId", "otherId");
CREATE INDEX "DuplicateAnswer_electionId_idx" ON "DuplicateAnswer"("electionId");
CREATE INDEX "DuplicateAnswer_otherId_idx" ON "DuplicateAnswer"("otherId");
ALTER TABLE "DuplicateAnswer" ADD CONSTRAINT "DuplicateAnswer_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DuplicateAnswer" ADD CONSTRAINT "DuplicateAnswer_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "RollEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DuplicateAnswer" ADD CONSTRAINT "DuplicateAnswer_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "RollEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Numbers on the posted lists of a county's term. The key refuses the second list, whatever two villages do at the same moment.
CREATE TABLE "ListedNumber" (
    "countyCode" TEXT NOT NULL,
    "term" INTEGER NOT NULL,
    "idHash" BYTEA NOT NULL,
    "entryId" TEXT NOT NULL,

    CONSTRAINT "ListedNumber_pkey" PRIMARY KEY ("countyCode", "term", "idHash")
);
CREATE UNIQUE INDEX "ListedNumber_entryId_key" ON "ListedNumber"("entryId");
ALTER TABLE "ListedNumber" ADD CONSTRAINT "ListedNumber_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "RollEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Lists that were posted before this rule stand as they are.
INSERT INTO "ListedNumber" SELECT x."countyCode", x.term, p."idHash", e.id
  FROM "RollEntry" e JOIN "Person" p ON p.id = e."personId" JOIN "Election" x ON x.id = e."electionId" WHERE e.published AND p."idHash" IS NOT NULL ON CONFLICT DO NOTHING;

CREATE FUNCTION listed_number_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.published THEN
    DELETE FROM "ListedNumber" WHERE "entryId" = OLD.id;
  END IF;
  IF NEW.published THEN
    INSERT INTO "ListedNumber" SELECT x."countyCode", x.term, p."idHash", NEW.id
      FROM "Person" p, "Election" x WHERE p.id = NEW."personId" AND x.id = NEW."electionId" AND p."idHash" IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER listed_number_begins AFTER INSERT ON "RollEntry" FOR EACH ROW WHEN (NEW.published) EXECUTE FUNCTION listed_number_follows();
CREATE TRIGGER listed_number_follows AFTER UPDATE OF published, "personId" ON "RollEntry" FOR EACH ROW
  WHEN ((OLD.published OR NEW.published) AND (OLD.published, OLD."personId") IS DISTINCT FROM (NEW.published, NEW."personId")) EXECUTE FUNCTION listed_number_follows();
CREATE FUNCTION listed_number_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "ListedNumber" WHERE "entryId" IN (SELECT e.id FROM "RollEntry" e WHERE e."personId" = NEW.id AND e.published);
  INSERT INTO "ListedNumber" SELECT x."countyCode", x.term, NEW."idHash", e.id
    FROM "RollEntry" e JOIN "Election" x ON x.id = e."electionId" WHERE e."personId" = NEW.id AND e.published AND NEW."idHash" IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER listed_number_of_person AFTER UPDATE OF "idHash" ON "Person" FOR EACH ROW WHEN (OLD."idHash" IS DISTINCT FROM NEW."idHash") EXECUTE FUNCTION listed_number_of_person();
