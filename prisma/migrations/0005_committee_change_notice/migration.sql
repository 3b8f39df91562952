-- A member's leaving is announced once (notice 2-1); until then the announcement is due.
ALTER TABLE "CommitteeMember" ADD COLUMN "changeNoticeId" TEXT;
ALTER TABLE "CommitteeMember" ADD CHECK (position IN ('chair', 'viceChair', 'member', 'reserve')), ADD CHECK (state IN ('serving', 'reserve', 'left'));
ALTER TABLE "Seat" ADD CHECK (seats > 0), ADD CHECK (margin >= 0);
