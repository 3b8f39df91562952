-- The roll's pages at 30,000 people: the list is read in the order in which it is shown, counts come from an index
-- alone, and the few people with something to settle have an index of their own. A part of a name or of its pinyin is
-- found by walking the one election in its order: an index from the first letter on cannot serve it.
CREATE INDEX "RollEntry_electionId_groupNumber_sourceRow_name_id_idx" ON "RollEntry" ("electionId", "groupNumber", "sourceRow", "name", "id");
DROP INDEX "RollEntry_electionId_pinyin_idx";
CREATE INDEX "RollEntry_electionId_status_groupNumber_sex_exclusion_idx" ON "RollEntry" ("electionId", "status", "groupNumber", "sex", "exclusion");
DROP INDEX "RollEntry_electionId_status_groupNumber_idx";
CREATE INDEX roll_open ON "RollEntry" ("electionId", "groupNumber", "sourceRow", "name", "id") WHERE "openFindings" <> '{}';
