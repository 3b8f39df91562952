-- Which entries of one county's term bear one number is known without looking: asking every entry of a large village at
-- each page took half a second. The table follows the entries; nobody writes it by hand.

CREATE TABLE "SharedNumber" (
    "electionId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "otherId" TEXT NOT NULL,

    CONSTRAINT "SharedNumber_pkey" PRIMARY KEY ("electionId", "entryId", "otherId"),
    CONSTRAINT "SharedNumber_two_check" CHECK ("entryId" <> "otherId")
);
CREATE INDEX "SharedNumber_entryId_idx" ON "SharedNumber"("entryId");
CREATE INDEX "SharedNumber_otherId_idx" ON "SharedNumber"("otherId");
ALTER TABLE "SharedNumber" ADD CONSTRAINT "SharedNumber_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SharedNumber" ADD CONSTRAINT "SharedNumber_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "RollEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SharedNumber" ADD CONSTRAINT "SharedNumber_otherId_fkey" FOREIGN KEY ("otherId") REFERENCES "RollEntry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whether a change of an entry waits for its supplement is asked entry by entry.
CREATE INDEX "RollChange_rollEntryId_idx" ON "RollChange"("rollEntryId");

-- Finds the entries that bear the numbers of these (ids, their elections, their persons), both ways. Two villages that enter one
-- person at the same moment wait for each other here: whoever comes second sees the first. Asked entry by entry of the indexes that
-- fit, and of nothing else: subqueries with OFFSET or LIMIT are not turned round, and of the scans only those are left that need a
-- fitting condition or the index alone. So it costs what these entries cost, however large the county is and whatever the planner
-- believes of tables that have just been filled.
CREATE FUNCTION share_numbers(ids text[], elections text[], persons text[]) RETURNS void LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_indexscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('shared numbers ' || area."countyCode"), area.term)
    FROM (SELECT DISTINCT x."countyCode", x.term FROM (SELECT DISTINCT e AS id FROM unnest(elections) e) own JOIN "Election" x ON x.id = own.id ORDER BY 1, 2) area;
  INSERT INTO "SharedNumber" ("electionId", "entryId", "otherId")
  WITH own AS MATERIALIZED (
    SELECT e.id, e."electionId", e."personId", p."idHash", p."townshipId" FROM unnest(ids, elections, persons) AS e(id, "electionId", "personId"),
      LATERAL (SELECT p."idHash", p."townshipId" FROM "Person" p WHERE p.id = e."personId" OFFSET 0) p WHERE p."idHash" IS NOT NULL
  ),
  -- Whoever stands on another roll of the township, and whose number is known in another township: asked of the indexes alone.
  again AS MATERIALIZED (SELECT * FROM own WHERE (SELECT o."electionId" FROM "RollEntry" o WHERE o."personId" = own."personId" AND o."electionId" <> own."electionId" LIMIT 1) IS NOT NULL),
  beyond AS MATERIALIZED (SELECT * FROM own WHERE (SELECT q."townshipId" FROM "Person" q WHERE q."idHash" = own."idHash" AND q."townshipId" <> own."townshipId" LIMIT 1) IS NOT NULL),
  met AS (
    SELECT a.id, a."electionId", o.id AS "otherId", o."electionId" AS "otherElection" FROM again a,
      LATERAL (SELECT o.id, o."electionId" FROM "RollEntry" o WHERE o."personId" = a."personId" AND o."electionId" <> a."electionId" OFFSET 0) o
    UNION ALL
    SELECT b.id, b."electionId", o.id, o."electionId" FROM beyond b,
      LATERAL (SELECT q.id FROM "Person" q WHERE q."idHash" = b."idHash" AND q."townshipId" <> b."townshipId" OFFSET 0) q,
      LATERAL (SELECT o.id, o."electionId" FROM "RollEntry" o WHERE o."personId" = q.id OFFSET 0) o
  ),
  of_area AS (
    SELECT met.* FROM met JOIN "Election" here ON here.id = met."electionId" JOIN "Election" there ON there.id = met."otherElection" WHERE here."countyCode" = there."countyCode" AND here.term = there.term
  )
  SELECT "electionId", id, "otherId" FROM of_area UNION SELECT "otherElection", "otherId", id FROM of_area
  ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION shared_number_of_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM share_numbers(array_agg(id), array_agg("electionId"), array_agg("personId")) FROM fresh;
  RETURN NULL;
END $$;
CREATE TRIGGER shared_number_of_new AFTER INSERT ON "RollEntry" REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION shared_number_of_new();

CREATE FUNCTION shared_number_of_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SharedNumber" WHERE "entryId" = NEW.id OR "otherId" = NEW.id;
  PERFORM share_numbers(ARRAY[NEW.id], ARRAY[NEW."electionId"], ARRAY[NEW."personId"]);
  RETURN NULL;
END $$;
CREATE TRIGGER shared_number_of_entry AFTER UPDATE OF "personId" ON "RollEntry" FOR EACH ROW WHEN (OLD."personId" IS DISTINCT FROM NEW."personId") EXECUTE FUNCTION shared_number_of_entry();

CREATE FUNCTION shared_number_of_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SharedNumber" s USING "RollEntry" e WHERE e."personId" = NEW.id AND (s."entryId" = e.id OR s."otherId" = e.id);
  PERFORM share_numbers(array_agg(e.id), array_agg(e."electionId"), array_agg(e."personId")) FROM "RollEntry" e WHERE e."personId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER shared_number_of_person AFTER UPDATE OF "idHash" ON "Person" FOR EACH ROW WHEN (OLD."idHash" IS DISTINCT FROM NEW."idHash") EXECUTE FUNCTION shared_number_of_person();

SELECT share_numbers(array_agg(id), array_agg("electionId"), array_agg("personId")) FROM "RollEntry";
