-- When and by which meeting the village passed its own method (选举办法).
ALTER TABLE "Election" ADD COLUMN "methodPassedOn" TEXT, ADD COLUMN "methodPassedBy" TEXT;
ALTER TABLE "Election" ALTER COLUMN "methodPassedOn" TYPE civil_day;
ALTER TABLE "Election" ADD CONSTRAINT "Election_method_check"
  CHECK (("methodPassedOn" IS NULL) = ("methodPassedBy" IS NULL) AND ("methodPassedBy" IS NULL OR "methodPassedBy" IN ('assembly', 'representatives')));

-- A pack as it was uploaded, checked and waiting for its confirmation; it counts for nothing until then.
CREATE TABLE "PackUpload" (
    "id" TEXT NOT NULL,
    "countyId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PackUpload_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PackUpload_countyId_idx" ON "PackUpload"("countyId");
ALTER TABLE "PackUpload" ADD CONSTRAINT "PackUpload_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "County"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
