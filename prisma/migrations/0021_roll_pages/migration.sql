-- The roll's pages at 30,000 people. The list is read in the order in which it is shown, from an index that holds what
-- it is searched by: a part of a name or of its pinyin is found by walking the one election there, for no index by first
-- letters could serve it. Counts come from an index alone, and the few people with something to settle have their own.
CREATE INDEX roll_in_order ON "RollEntry" ("electionId", "groupNumber", "sourceRow", "name", "id") INCLUDE ("pinyin", "status", "householdNumber", "category")
  -- Holds for every row; with it the schema language, which has no INCLUDE, leaves the index alone.
  WHERE "electionId" IS NOT NULL;
DROP INDEX "RollEntry_electionId_pinyin_idx";
CREATE INDEX "RollEntry_electionId_status_groupNumber_sex_exclusion_idx" ON "RollEntry" ("electionId", "status", "groupNumber", "sex", "exclusion");
DROP INDEX "RollEntry_electionId_status_groupNumber_idx";
CREATE INDEX roll_open ON "RollEntry" ("electionId", "groupNumber", "sourceRow") WHERE "openFindings" <> '{}';
