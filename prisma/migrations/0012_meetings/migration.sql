-- Meetings as one record for every use: notice, chair, recorder, composition, groups, resolutions with their votes, corrections.
ALTER TABLE "Meeting"
  ADD COLUMN "noticeOn" TEXT,
  ADD COLUMN "calledBy" TEXT,
  ADD COLUMN "requestedBy" INTEGER,
  ADD COLUMN "requestBase" INTEGER,
  ADD COLUMN "presidedBy" TEXT,
  ADD COLUMN "recordedBy" TEXT,
  ADD COLUMN "representatives" INTEGER,
  ADD COLUMN "womenRepresentatives" INTEGER,
  ADD COLUMN "correctsId" TEXT,
  ADD COLUMN "correctionReason" TEXT,
  ADD COLUMN "chosen" JSONB;
CREATE UNIQUE INDEX "Meeting_correctsId_key" ON "Meeting"("correctsId");
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "MeetingGroup" (
    "meetingId" TEXT NOT NULL,
    "groupNumber" INTEGER NOT NULL,
    "entitled" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,

    CONSTRAINT "MeetingGroup_pkey" PRIMARY KEY ("meetingId","groupNumber")
);
ALTER TABLE "MeetingGroup" ADD CONSTRAINT "MeetingGroup_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Resolution" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "groupNumber" INTEGER,
    "yes" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "abstain" INTEGER NOT NULL,

    CONSTRAINT "Resolution_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Resolution_meetingId_ordinal_key" ON "Resolution"("meetingId", "ordinal");
ALTER TABLE "Resolution" ADD CONSTRAINT "Resolution_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Admission" (
    "resolutionId" TEXT NOT NULL,
    "rollEntryId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "appliedOn" TEXT NOT NULL,

    CONSTRAINT "Admission_pkey" PRIMARY KEY ("resolutionId","rollEntryId")
);
ALTER TABLE "Admission" ADD CONSTRAINT "Admission_resolutionId_fkey" FOREIGN KEY ("resolutionId") REFERENCES "Resolution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CommitteeMember" ADD COLUMN "chosenByGroup" INTEGER;

-- Decisions recorded so far become resolutions of their meeting.
INSERT INTO "Resolution" ("id", "meetingId", "ordinal", "subject", "text", "yes", "no", "abstain")
  SELECT gen_random_uuid()::text, m."id", 1, 'seatsAndMethod', '确定本届村民委员会的职数和选举方式', m."inFavour", 0, 0 FROM "Meeting" m WHERE m."inFavour" IS NOT NULL;
ALTER TABLE "Meeting" DROP COLUMN "inFavour";
UPDATE "Meeting" m SET "chosen" = (
  SELECT jsonb_agg(jsonb_build_object('name', c."name", 'sex', c."sex", 'position', c."position", 'votes', c."votes", 'chosenByGroup', NULL) ORDER BY c."rank")
    FROM "CommitteeMember" c WHERE c."electionId" = m."electionId"
) WHERE m."purpose" = 'electionCommittee';

-- Figures that cannot be.
ALTER TABLE "Meeting"
  ADD CHECK (kind IN ('assembly', 'representatives', 'groups')),
  ADD CHECK (basis IN ('persons', 'households', 'members')),
  ADD CHECK ("correctsId" <> id),
  ADD CHECK ("noticeOn" <= "heldOn"),
  ADD CHECK (representatives BETWEEN 0 AND entitled),
  ADD CHECK ("womenRepresentatives" BETWEEN 0 AND representatives),
  ADD CHECK ("requestedBy" BETWEEN 0 AND "requestBase");
ALTER TABLE "MeetingGroup" ADD CHECK ("groupNumber" > 0), ADD CHECK (entitled > 0), ADD CHECK (present BETWEEN 0 AND entitled);
ALTER TABLE "Resolution" ADD CHECK (ordinal > 0), ADD CHECK (yes >= 0), ADD CHECK (no >= 0), ADD CHECK (abstain >= 0);
ALTER TABLE "Admission" ADD CHECK (ground IN ('lived', 'villageWork'));

-- Nobody votes who is not there; where groups met, a resolution belongs to one of them.
CREATE FUNCTION resolution_votes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  there integer;
BEGIN
  SELECT CASE WHEN m.kind = 'groups' THEN g.present WHEN NEW."groupNumber" IS NULL THEN m.present END INTO there
    FROM "Meeting" m LEFT JOIN "MeetingGroup" g ON g."meetingId" = m.id AND g."groupNumber" = NEW."groupNumber" WHERE m.id = NEW."meetingId";
  IF there IS NULL OR NEW.yes + NEW.no + NEW.abstain > there THEN
    RAISE EXCEPTION 'more votes than people present' USING ERRCODE = 'CX007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER resolution_votes BEFORE INSERT ON "Resolution" FOR EACH ROW EXECUTE FUNCTION resolution_votes();

-- Only the assembly and the representatives' meeting admit voters.
CREATE FUNCTION admission_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Resolution" r JOIN "Meeting" m ON m.id = r."meetingId" WHERE r.id = NEW."resolutionId" AND r.subject = 'admitVoters' AND m.kind <> 'groups') THEN
    RAISE EXCEPTION 'no meeting that admits voters' USING ERRCODE = 'CX008';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER admission_meeting BEFORE INSERT ON "Admission" FOR EACH ROW EXECUTE FUNCTION admission_meeting();

-- Groups add up to their meeting; looked at when the transaction ends, because the meeting is written first.
CREATE FUNCTION meeting_groups_add_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'groups' AND NOT EXISTS (
    SELECT 1 FROM "MeetingGroup" g WHERE g."meetingId" = NEW.id HAVING sum(g.entitled) = NEW.entitled AND sum(g.present) = NEW.present
  ) THEN
    RAISE EXCEPTION 'groups do not add up to their meeting' USING ERRCODE = 'CX009';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER meeting_groups_add_up AFTER INSERT ON "Meeting" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION meeting_groups_add_up();

-- A recorded meeting is never edited; a correction points at it. Nomination ballots are counted anew until they are right.
CREATE TRIGGER meeting_frozen BEFORE UPDATE OR DELETE ON "Meeting" FOR EACH ROW WHEN (OLD.purpose <> 'nomination') EXECUTE FUNCTION published_refuse();
CREATE TRIGGER meeting_group_frozen BEFORE UPDATE OR DELETE ON "MeetingGroup" FOR EACH ROW EXECUTE FUNCTION published_refuse();
CREATE TRIGGER resolution_frozen BEFORE UPDATE OR DELETE ON "Resolution" FOR EACH ROW EXECUTE FUNCTION published_refuse();
CREATE TRIGGER admission_frozen BEFORE UPDATE OR DELETE ON "Admission" FOR EACH ROW EXECUTE FUNCTION published_refuse();
