-- Consent, joint nomination, written withdrawal and statement of a nominee.
ALTER TABLE "Nominee" ADD COLUMN "nominators" INTEGER, ADD COLUMN "consent" TEXT, ADD COLUMN "withdrewOn" TEXT, ADD COLUMN "statementOn" TEXT;
ALTER TABLE "Nominee" ADD CHECK (consent IN ('given', 'refused')), ADD CHECK (consent IS NULL OR "consentOn" IS NOT NULL),
  ADD CHECK (source IN ('voters', 'joint', 'party', 'self')), ADD CHECK (nominators > 0), ADD CHECK (consent IS DISTINCT FROM 'refused' OR state IN ('withdrawn', 'barred'));

-- The primary (预选).
CREATE TABLE "Primary" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "voters" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "fromTime" TEXT NOT NULL,
    "toTime" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "entitled" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Primary_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "PrimaryRound" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "primaryId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "heldOn" TEXT NOT NULL,
    "entitled" INTEGER NOT NULL,
    "ballots" INTEGER NOT NULL,
    "invalid" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PrimaryRound_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "PrimaryVote" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "nomineeId" TEXT NOT NULL,
    "votes" INTEGER NOT NULL,

    CONSTRAINT "PrimaryVote_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "CandidatesMeeting" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "attendance" INTEGER NOT NULL,
    "nomineeIds" TEXT[],
    "note" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CandidatesMeeting_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Primary_electionId_key" ON "Primary"("electionId");
CREATE UNIQUE INDEX "PrimaryRound_primaryId_number_key" ON "PrimaryRound"("primaryId", "number");
CREATE UNIQUE INDEX "PrimaryVote_roundId_nomineeId_key" ON "PrimaryVote"("roundId", "nomineeId");
CREATE INDEX "CandidatesMeeting_electionId_idx" ON "CandidatesMeeting"("electionId");
ALTER TABLE "Primary" ADD CONSTRAINT "Primary_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PrimaryRound" ADD CONSTRAINT "PrimaryRound_primaryId_fkey" FOREIGN KEY ("primaryId") REFERENCES "Primary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PrimaryVote" ADD CONSTRAINT "PrimaryVote_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "PrimaryRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PrimaryVote" ADD CONSTRAINT "PrimaryVote_nomineeId_fkey" FOREIGN KEY ("nomineeId") REFERENCES "Nominee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CandidatesMeeting" ADD CONSTRAINT "CandidatesMeeting_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Primary" ADD CHECK (voters IN ('electors', 'representatives')), ADD CHECK (entitled > 0), ADD CHECK ("fromTime" < "toTime");
ALTER TABLE "PrimaryRound" ADD CHECK (number > 0), ADD CHECK (ballots > 0 AND ballots <= entitled), ADD CHECK (invalid >= 0 AND invalid <= ballots);
ALTER TABLE "PrimaryVote" ADD CHECK (votes >= 0);
ALTER TABLE "CandidatesMeeting" ADD CHECK (attendance > 0);

-- Nobody has more votes in a primary than valid ballots came back.
CREATE FUNCTION primary_votes_within() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.votes > (SELECT ballots - invalid FROM "PrimaryRound" WHERE id = NEW."roundId") THEN
    RAISE EXCEPTION 'more votes than valid ballots' USING ERRCODE = 'CX013';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER primary_votes_within BEFORE INSERT OR UPDATE ON "PrimaryVote" FOR EACH ROW EXECUTE FUNCTION primary_votes_within();

-- When a proxy was withdrawn: the posted list (notice 13) then no longer agrees.
ALTER TABLE "Proxy" ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3);
UPDATE "Proxy" SET "withdrawnAt" = "approvedAt" WHERE state = 'withdrawn';
ALTER TABLE "Proxy" ADD CHECK (state IN ('approved', 'withdrawn')), ADD CHECK ((state = 'withdrawn') = ("withdrawnAt" IS NOT NULL));

-- Roaming boxes (流动票箱) and scribes (代写).
CREATE TABLE "RoamingPlan" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "boxes" INTEGER NOT NULL,
    "route" TEXT NOT NULL,
    "approvedOn" TEXT,
    "approvedBy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RoamingPlan_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "RoamingVoter" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "rollEntryId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoamingVoter_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "ScribeAssignment" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "voteId" TEXT NOT NULL,
    "voterId" TEXT NOT NULL,
    "scribeName" TEXT NOT NULL,
    "scribeId" TEXT,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "approvedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ScribeAssignment_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "RoamingPlan_voteId_key" ON "RoamingPlan"("voteId");
CREATE INDEX "RoamingVoter_voteId_idx" ON "RoamingVoter"("voteId");
CREATE INDEX "ScribeAssignment_voteId_idx" ON "ScribeAssignment"("voteId");
ALTER TABLE "RoamingPlan" ADD CONSTRAINT "RoamingPlan_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RoamingVoter" ADD CONSTRAINT "RoamingVoter_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ScribeAssignment" ADD CONSTRAINT "ScribeAssignment_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RoamingPlan" ADD CHECK (boxes > 0), ADD CHECK (("approvedOn" IS NULL) = ("approvedBy" IS NULL));
ALTER TABLE "RoamingVoter" ADD CHECK (reason IN ('sick', 'disabled', 'old', 'remote')), ADD CHECK (state IN ('approved', 'withdrawn')), ADD CHECK ((state = 'withdrawn') = ("withdrawnAt" IS NOT NULL));
ALTER TABLE "ScribeAssignment" ADD CHECK (reason IN ('illiterate', 'sick', 'disabled')), ADD CHECK (state IN ('approved', 'withdrawn')), ADD CHECK ((state = 'withdrawn') = ("withdrawnAt" IS NOT NULL)),
  ADD CHECK ("scribeId" IS DISTINCT FROM "voterId");
CREATE UNIQUE INDEX roaming_voter_once ON "RoamingVoter" ("voteId", "rollEntryId") WHERE state = 'approved';
CREATE UNIQUE INDEX scribe_one_per_voter ON "ScribeAssignment" ("voteId", "voterId") WHERE state = 'approved';

-- One ballot per voter: whoever has given a proxy gets none from a roaming box.
CREATE FUNCTION one_way_to_vote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'approved' THEN RETURN NEW; END IF;
  IF TG_TABLE_NAME = 'Proxy' THEN
    IF EXISTS (SELECT 1 FROM "RoamingVoter" r WHERE r."voteId" = NEW."voteId" AND r."rollEntryId" = NEW."principalId" AND r.state = 'approved') THEN
      RAISE EXCEPTION 'a principal votes at no roaming box' USING ERRCODE = 'CX014';
    END IF;
  ELSIF EXISTS (SELECT 1 FROM "Proxy" p WHERE p."voteId" = NEW."voteId" AND p."principalId" = NEW."rollEntryId" AND p.state = 'approved') THEN
    RAISE EXCEPTION 'a principal votes at no roaming box' USING ERRCODE = 'CX014';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proxy_or_roaming BEFORE INSERT OR UPDATE ON "Proxy" FOR EACH ROW EXECUTE FUNCTION one_way_to_vote();
CREATE TRIGGER roaming_or_proxy BEFORE INSERT OR UPDATE ON "RoamingVoter" FOR EACH ROW EXECUTE FUNCTION one_way_to_vote();
