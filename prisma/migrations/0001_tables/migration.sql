
-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "mustChangePassword" BOOLEAN NOT NULL,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "scopeKind" TEXT NOT NULL,
    "scopeId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Vote" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "parentId" TEXT,
    "registered" INTEGER,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "differenceReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contest" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "contest" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "only" TEXT,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "Contest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Candidate" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "contestId" TEXT NOT NULL,
    "rollEntryId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "groupNumber" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "Candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrintRun" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "serialFrom" INTEGER NOT NULL,
    "serialTo" INTEGER NOT NULL,
    "printedOn" TEXT NOT NULL,

    CONSTRAINT "PrintRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Station" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "main" BOOLEAN NOT NULL,
    "groups" INTEGER[],
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "Station_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StationAccount" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "stationId" TEXT NOT NULL,
    "received" INTEGER NOT NULL,
    "issued" INTEGER,
    "spoiled" INTEGER,
    "left" INTEGER,
    "returned" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "StationAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proxy" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "principalId" TEXT NOT NULL,
    "holderId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Proxy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffAssignment" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "stationId" TEXT,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "rollEntryId" TEXT,
    "accountId" TEXT,

    CONSTRAINT "StaffAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Bundle" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "firstBy" TEXT,
    "secondBy" TEXT,
    "settledBy" TEXT,
    "reopenAskedBy" TEXT,
    "reopenReason" TEXT,
    "reopens" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Bundle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reading" (
    "bundleId" TEXT NOT NULL,
    "pass" INTEGER NOT NULL,
    "paper" INTEGER NOT NULL,
    "electionId" TEXT NOT NULL,
    "marks" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("bundleId","pass","paper")
);

-- CreateTable
CREATE TABLE "Settlement" (
    "bundleId" TEXT NOT NULL,
    "paper" INTEGER NOT NULL,
    "electionId" TEXT NOT NULL,
    "marks" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Settlement_pkey" PRIMARY KEY ("bundleId","paper")
);

-- CreateTable
CREATE TABLE "WrittenName" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "rollEntryId" TEXT,
    "mergedBy" TEXT,
    "confirmedBy" TEXT,

    CONSTRAINT "WrittenName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Determination" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "input" JSONB NOT NULL,
    "outcome" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "announcedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Determination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "rollEntryId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "reprints" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Election" (
    "id" TEXT NOT NULL,
    "driveId" TEXT NOT NULL,
    "villageId" TEXT NOT NULL,
    "countyCode" TEXT NOT NULL,
    "term" INTEGER NOT NULL,
    "electionDay" TEXT NOT NULL,
    "nationalPack" TEXT NOT NULL,
    "provincePack" TEXT,
    "parameters" JSONB NOT NULL,
    "auditPublishedOn" TEXT,
    "mainVenue" TEXT,
    "countingPlace" TEXT,
    "pollingFrom" TEXT,
    "pollingTo" TEXT,
    "method" TEXT,
    "ballotMode" TEXT NOT NULL DEFAULT 'oneSheet',
    "roamingBoxes" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Election_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "contest" TEXT NOT NULL,
    "office" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "only" TEXT,
    "margin" INTEGER NOT NULL,

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "entitled" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "inFavour" INTEGER,
    "minutes" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitteeMember" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "groupNumber" INTEGER,
    "rollEntryId" TEXT,
    "position" TEXT NOT NULL,
    "votes" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "leftOn" TEXT,
    "leftReason" TEXT,
    "replacesId" TEXT,

    CONSTRAINT "CommitteeMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerHead" (
    "scope" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "LedgerHead_pkey" PRIMARY KEY ("scope")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "scope" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("scope","sequence")
);

-- CreateTable
CREATE TABLE "LedgerSecret" (
    "commitment" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "LedgerSecret_pkey" PRIMARY KEY ("commitment")
);

-- CreateTable
CREATE TABLE "CommandReceipt" (
    "requestId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CommandReceipt_pkey" PRIMARY KEY ("requestId")
);

-- CreateTable
CREATE TABLE "Nominee" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "contest" TEXT NOT NULL,
    "rollEntryId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "groupNumber" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "votes" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "stateReason" TEXT,
    "bars" TEXT[],
    "vettedOn" TEXT,
    "vettedBy" TEXT,
    "consentOn" TEXT,
    "ordinal" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Nominee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Kinship" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "entryA" TEXT NOT NULL,
    "entryB" TEXT NOT NULL,
    "relation" TEXT NOT NULL,

    CONSTRAINT "Kinship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "document" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "pdfSha256" TEXT NOT NULL,
    "correctsId" TEXT,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Posting" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "noticeId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "postedAt" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "Posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "townshipId" TEXT NOT NULL,
    "idCipher" BYTEA,
    "idHash" BYTEA,
    "idMask" TEXT,
    "idKey" TEXT,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RollImport" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileSha256" TEXT NOT NULL,
    "fileCipher" BYTEA,
    "fileKey" TEXT,
    "state" TEXT NOT NULL,
    "mapping" JSONB,
    "summary" JSONB NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RollImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RollEntry" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "driveId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "bornOn" TEXT NOT NULL,
    "ethnicity" TEXT,
    "relation" TEXT,
    "groupNumber" INTEGER NOT NULL,
    "householdNumber" TEXT,
    "category" INTEGER NOT NULL,
    "livesHere" BOOLEAN NOT NULL,
    "takesPart" BOOLEAN,
    "exclusion" TEXT,
    "exclusionNote" TEXT,
    "status" TEXT NOT NULL,
    "openFindings" TEXT[],
    "remarks" TEXT,
    "pinyin" TEXT NOT NULL,
    "sourceRow" INTEGER,
    "importId" TEXT,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RollEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RollVersion" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "electionDay" TEXT NOT NULL,
    "publishedOn" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "total" INTEGER NOT NULL,
    "men" INTEGER NOT NULL,
    "women" INTEGER NOT NULL,
    "byGroup" JSONB NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "RollVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RollVersionEntry" (
    "versionId" TEXT NOT NULL,
    "rollEntryId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "groupNumber" INTEGER NOT NULL,
    "birthYear" INTEGER NOT NULL,

    CONSTRAINT "RollVersionEntry_pkey" PRIMARY KEY ("versionId","rollEntryId")
);

-- CreateTable
CREATE TABLE "RollChange" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "rollEntryId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byName" TEXT NOT NULL,
    "noticeId" TEXT,

    CONSTRAINT "RollChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "County" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "provincePack" TEXT,

    CONSTRAINT "County_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Township" (
    "id" TEXT NOT NULL,
    "countyId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Township_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Village" (
    "id" TEXT NOT NULL,
    "townshipId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Village_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Drive" (
    "id" TEXT NOT NULL,
    "townshipId" TEXT NOT NULL,
    "term" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Drive_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_username_key" ON "Account"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Session_accountId_key" ON "Session"("accountId");

-- CreateIndex
CREATE INDEX "Grant_scopeKind_scopeId_idx" ON "Grant"("scopeKind", "scopeId");

-- CreateIndex
CREATE UNIQUE INDEX "Grant_accountId_role_scopeKind_scopeId_key" ON "Grant"("accountId", "role", "scopeKind", "scopeId");

-- CreateIndex
CREATE UNIQUE INDEX "Vote_electionId_number_key" ON "Vote"("electionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Contest_voteId_contest_key" ON "Contest"("voteId", "contest");

-- CreateIndex
CREATE UNIQUE INDEX "Candidate_contestId_rollEntryId_key" ON "Candidate"("contestId", "rollEntryId");

-- CreateIndex
CREATE UNIQUE INDEX "Candidate_contestId_ordinal_key" ON "Candidate"("contestId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "PrintRun_voteId_serialFrom_key" ON "PrintRun"("voteId", "serialFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Station_electionId_ordinal_key" ON "Station"("electionId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "Station_electionId_name_key" ON "Station"("electionId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "StationAccount_voteId_stationId_key" ON "StationAccount"("voteId", "stationId");

-- CreateIndex
CREATE INDEX "Proxy_voteId_holderId_idx" ON "Proxy"("voteId", "holderId");

-- CreateIndex
CREATE UNIQUE INDEX "StaffAssignment_voteId_role_name_key" ON "StaffAssignment"("voteId", "role", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Bundle_voteId_number_key" ON "Bundle"("voteId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "WrittenName_voteId_text_key" ON "WrittenName"("voteId", "text");

-- CreateIndex
CREATE UNIQUE INDEX "Determination_voteId_number_key" ON "Determination"("voteId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_electionId_number_key" ON "Certificate"("electionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_electionId_rollEntryId_key" ON "Certificate"("electionId", "rollEntryId");

-- CreateIndex
CREATE INDEX "Election_villageId_idx" ON "Election"("villageId");

-- CreateIndex
CREATE UNIQUE INDEX "Election_driveId_villageId_key" ON "Election"("driveId", "villageId");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_electionId_contest_key" ON "Seat"("electionId", "contest");

-- CreateIndex
CREATE INDEX "Meeting_electionId_idx" ON "Meeting"("electionId");

-- CreateIndex
CREATE INDEX "CommitteeMember_electionId_idx" ON "CommitteeMember"("electionId");

-- CreateIndex
CREATE UNIQUE INDEX "CommitteeMember_electionId_rank_key" ON "CommitteeMember"("electionId", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_scope_hash_key" ON "LedgerEntry"("scope", "hash");

-- CreateIndex
CREATE INDEX "LedgerSecret_scope_idx" ON "LedgerSecret"("scope");

-- CreateIndex
CREATE INDEX "Nominee_electionId_idx" ON "Nominee"("electionId");

-- CreateIndex
CREATE UNIQUE INDEX "Nominee_electionId_contest_rollEntryId_key" ON "Nominee"("electionId", "contest", "rollEntryId");

-- CreateIndex
CREATE UNIQUE INDEX "Kinship_electionId_entryA_entryB_key" ON "Kinship"("electionId", "entryA", "entryB");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_electionId_number_key" ON "Notice"("electionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Person_townshipId_idHash_key" ON "Person"("townshipId", "idHash");

-- CreateIndex
CREATE INDEX "RollImport_electionId_createdAt_idx" ON "RollImport"("electionId", "createdAt");

-- CreateIndex
CREATE INDEX "RollEntry_electionId_status_groupNumber_idx" ON "RollEntry"("electionId", "status", "groupNumber");

-- CreateIndex
CREATE INDEX "RollEntry_electionId_name_idx" ON "RollEntry"("electionId", "name");

-- CreateIndex
CREATE INDEX "RollEntry_electionId_pinyin_idx" ON "RollEntry"("electionId", "pinyin");

-- CreateIndex
CREATE UNIQUE INDEX "RollEntry_electionId_personId_key" ON "RollEntry"("electionId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "RollVersion_electionId_number_key" ON "RollVersion"("electionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "RollVersionEntry_versionId_ordinal_key" ON "RollVersionEntry"("versionId", "ordinal");

-- CreateIndex
CREATE INDEX "RollChange_electionId_idx" ON "RollChange"("electionId");

-- CreateIndex
CREATE UNIQUE INDEX "County_code_key" ON "County"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Township_code_key" ON "Township"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Village_townshipId_code_key" ON "Village"("townshipId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Village_townshipId_name_key" ON "Village"("townshipId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Drive_townshipId_term_key" ON "Drive"("townshipId", "term");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contest" ADD CONSTRAINT "Contest_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Candidate" ADD CONSTRAINT "Candidate_contestId_fkey" FOREIGN KEY ("contestId") REFERENCES "Contest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrintRun" ADD CONSTRAINT "PrintRun_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Station" ADD CONSTRAINT "Station_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StationAccount" ADD CONSTRAINT "StationAccount_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StationAccount" ADD CONSTRAINT "StationAccount_stationId_fkey" FOREIGN KEY ("stationId") REFERENCES "Station"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proxy" ADD CONSTRAINT "Proxy_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffAssignment" ADD CONSTRAINT "StaffAssignment_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bundle" ADD CONSTRAINT "Bundle_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_bundleId_fkey" FOREIGN KEY ("bundleId") REFERENCES "Bundle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_bundleId_fkey" FOREIGN KEY ("bundleId") REFERENCES "Bundle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WrittenName" ADD CONSTRAINT "WrittenName_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Determination" ADD CONSTRAINT "Determination_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Election" ADD CONSTRAINT "Election_driveId_fkey" FOREIGN KEY ("driveId") REFERENCES "Drive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Election" ADD CONSTRAINT "Election_villageId_fkey" FOREIGN KEY ("villageId") REFERENCES "Village"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitteeMember" ADD CONSTRAINT "CommitteeMember_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nominee" ADD CONSTRAINT "Nominee_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kinship" ADD CONSTRAINT "Kinship_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_townshipId_fkey" FOREIGN KEY ("townshipId") REFERENCES "Township"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollImport" ADD CONSTRAINT "RollImport_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollEntry" ADD CONSTRAINT "RollEntry_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollEntry" ADD CONSTRAINT "RollEntry_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollVersion" ADD CONSTRAINT "RollVersion_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RollVersionEntry" ADD CONSTRAINT "RollVersionEntry_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "RollVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Township" ADD CONSTRAINT "Township_countyId_fkey" FOREIGN KEY ("countyId") REFERENCES "County"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Village" ADD CONSTRAINT "Village_townshipId_fkey" FOREIGN KEY ("townshipId") REFERENCES "Township"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Drive" ADD CONSTRAINT "Drive_townshipId_fkey" FOREIGN KEY ("townshipId") REFERENCES "Township"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


