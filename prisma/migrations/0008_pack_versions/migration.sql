-- Versions of law packs: what an election began under stays as it was, also when the program's own pack changes.
CREATE TABLE "PackVersion" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "packId" TEXT NOT NULL,
    "region" TEXT,
    "countyId" TEXT,
    "number" INTEGER NOT NULL,
    "inForceFrom" TEXT NOT NULL,
    "inForceUntil" TEXT,
    "content" TEXT NOT NULL,
    "createdBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PackVersion_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PackVersion_hash_check" CHECK (hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "PackVersion_number_check" CHECK (("countyId" IS NULL AND number = 0) OR ("countyId" IS NOT NULL AND number > 0 AND region IS NOT NULL)),
    CONSTRAINT "PackVersion_days_check" CHECK ("inForceUntil" IS NULL OR "inForceUntil" >= "inForceFrom")
);
ALTER TABLE "PackVersion" ALTER COLUMN "inForceFrom" TYPE civil_day, ALTER COLUMN "inForceUntil" TYPE civil_day;
CREATE UNIQUE INDEX "PackVersion_countyId_region_number_key" ON "PackVersion"("countyId", "region", "number");
CREATE INDEX "PackVersion_countyId_region_inForceFrom_idx" ON "PackVersion"("countyId", "region", "inForceFrom");
-- The program's own packs stand here once each; a county begins no two versions on one day.
CREATE UNIQUE INDEX pack_version_own_once ON "PackVersion" (hash) WHERE "countyId" IS NULL;
CREATE UNIQUE INDEX pack_version_one_start ON "PackVersion" ("countyId", region, "inForceFrom") WHERE "countyId" IS NOT NULL;
ALTER TABLE "PackVersion" ADD CONSTRAINT "PackVersion_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "County"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A version is never changed and never deleted: elections stand on it.
CREATE FUNCTION pack_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a pack version stays as it is' USING ERRCODE = 'CX016';
END $$;
CREATE TRIGGER pack_version_stays BEFORE UPDATE OR DELETE ON "PackVersion" FOR EACH ROW EXECUTE FUNCTION pack_version_stays();

ALTER TABLE "Election" ADD COLUMN "nationalVersionId" TEXT, ADD COLUMN "provinceVersionId" TEXT;
ALTER TABLE "Election" ADD CONSTRAINT "Election_nationalVersionId_fkey" FOREIGN KEY ("nationalVersionId") REFERENCES "PackVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Election" ADD CONSTRAINT "Election_provinceVersionId_fkey" FOREIGN KEY ("provinceVersionId") REFERENCES "PackVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A chain of its own for each county: what its administrator brings in is entered there.
SELECT ledger_open('county:' || id) FROM "County";
