-- A register is read once, by a process of its own, into rows that the preview and the confirmation work from.
ALTER TABLE "RollImport"
  ADD COLUMN "attempt" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "progress" JSONB,
  ADD COLUMN "beatAt" TIMESTAMPTZ(3),
  ADD COLUMN "electionDay" TEXT,
  ADD COLUMN "headingsCipher" BYTEA,
  ADD COLUMN "part" BOOLEAN NOT NULL DEFAULT false;
-- Uploads that wait at this moment were never staged: they are asked for again.
UPDATE "RollImport" SET state = 'discarded', "fileCipher" = NULL, "fileKey" = NULL WHERE state IN ('mapping', 'preview');
ALTER TABLE "RollImport" ADD CONSTRAINT "RollImport_state_check" CHECK (state IN ('reading', 'mapping', 'preview', 'failed', 'confirmed', 'discarded'));
-- Once it is taken over, refused or discarded, the file is gone.
ALTER TABLE "RollImport" ADD CONSTRAINT "RollImport_file_check" CHECK (("fileCipher" IS NOT NULL) = (state IN ('reading', 'mapping', 'preview')));

CREATE TABLE "RollImportRow" (
    "importId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "sheet" TEXT NOT NULL,
    "usable" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT,
    "bornOn" TEXT,
    "ethnicity" TEXT,
    "relation" TEXT,
    "groupNumber" INTEGER NOT NULL,
    "householdNumber" TEXT,
    "category" INTEGER NOT NULL,
    "livesHere" BOOLEAN NOT NULL,
    "takesPart" BOOLEAN,
    "exclusion" TEXT,
    "status" TEXT NOT NULL,
    "openFindings" TEXT[],
    "remarks" TEXT,
    "pinyin" TEXT NOT NULL,
    "idHash" BYTEA,
    "idCipher" BYTEA,
    "idMask" TEXT,
    "idKey" TEXT,
    "personId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "findings" JSONB,
    "cells" BYTEA,
    "mendsImportId" TEXT,
    "mendsPlace" INTEGER,
    "take" BOOLEAN NOT NULL DEFAULT false,
    "action" TEXT NOT NULL,
    "changes" TEXT[],
    "matchId" TEXT,

    CONSTRAINT "RollImportRow_pkey" PRIMARY KEY ("importId", "place"),
    CONSTRAINT "RollImportRow_usable_check" CHECK (NOT usable OR (name <> '' AND sex IN ('male', 'female') AND "bornOn" ~ '^\d{4}-\d{2}-\d{2}$' AND status <> 'unclear')),
    -- Whole identity numbers stand nowhere but under the cipher.
    CONSTRAINT "RollImportRow_no_number_check" CHECK ("idMask" IS NULL OR "idMask" !~ '\d{9}'),
    CONSTRAINT "RollImportRow_action_check" CHECK (action IN ('added', 'changed', 'same', 'kept', 'left') AND (action IN ('added', 'left')) = ("matchId" IS NULL) AND usable = (action <> 'left')),
    CONSTRAINT "RollImportRow_cipher_check" CHECK (("idCipher" IS NULL) = ("idMask" IS NULL) AND ("idCipher" IS NULL) = ("idKey" IS NULL) AND ("idHash" IS NULL OR "idCipher" IS NOT NULL))
);
ALTER TABLE "RollImportRow" ADD CONSTRAINT "RollImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RollImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Version at which the last import left an entry; another version means that somebody has worked on it by hand.
ALTER TABLE "RollEntry" ADD COLUMN "importVersion" INTEGER;
UPDATE "RollEntry" SET "importVersion" = 1 WHERE "importId" IS NOT NULL;

CREATE TABLE "RegisterMapping" (
    "townshipId" TEXT NOT NULL,
    "headings" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "savedBy" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegisterMapping_pkey" PRIMARY KEY ("townshipId", "headings"),
    CONSTRAINT "RegisterMapping_headings_check" CHECK (headings ~ '^[0-9a-f]{64}$')
);
ALTER TABLE "RegisterMapping" ADD CONSTRAINT "RegisterMapping_townshipId_fkey" FOREIGN KEY ("townshipId") REFERENCES "Township"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finds for each row of an upload the entry of the roll that it tells of, and what it says otherwise than the entry: by
-- identity number; else the entry that the mended row came from, even when that had another sound number; else name and birth
-- where one of both has no number. When number, mark and name disagree, the entry is kept until somebody chooses.
-- `changes` names the fields that a confirmation would write. An entry on which somebody has worked by hand is kept; one that
-- was merged into another entry is kept with nothing to write and nothing to choose, and is the last that a name finds.
CREATE FUNCTION roll_import_compare(p_import text) RETURNS void LANGUAGE plpgsql SET enable_nestloop TO off AS $$
DECLARE
  p_election text;
  told text[];
  number_kinds constant text[] := ARRAY['idMissing', 'idLostDigits', 'idFormat', 'idCheckDigit', 'id15'];
  register_kinds constant text[] := number_kinds || ARRAY['birthMismatch', 'sexMismatch', 'likelyDuplicate', 'nameUnusual', 'groupUnknown', 'residenceUnknown'];
BEGIN
  SELECT i."electionId", ARRAY(SELECT f->>'field' FROM jsonb_array_elements(i.summary->'found') f) INTO p_election, told FROM "RollImport" i WHERE i.id = p_import;
  IF NOT EXISTS (SELECT FROM "RollEntry" WHERE "electionId" = p_election) THEN RETURN; END IF;
  WITH file AS MATERIALIZED (SELECT * FROM "RollImportRow" WHERE "importId" = p_import AND usable),
  own AS MATERIALIZED (SELECT e.*, p."idHash", p."idMask" FROM "RollEntry" e JOIN "Person" p ON p.id = e."personId" WHERE e."electionId" = p_election),
  by_number AS MATERIALIZED (SELECT f.place, o.id FROM file f JOIN own o ON o."idHash" = f."idHash"),
  by_mark AS MATERIALIZED (
    SELECT DISTINCT ON (o.id) f.place, o.id FROM file f JOIN "RollImportRow" s ON s."importId" = f."mendsImportId" AND s.place = f."mendsPlace" JOIN own o ON o.id = s."entryId"
    WHERE NOT EXISTS (SELECT FROM by_number n WHERE n.place = f.place) AND NOT EXISTS (SELECT FROM by_number n WHERE n.id = o.id)
    ORDER BY o.id, f.place),
  found AS MATERIALIZED (SELECT * FROM by_number UNION ALL SELECT * FROM by_mark),
  rest_file AS MATERIALIZED (
    SELECT f.place, f.name, f."bornOn", f."idHash", row_number() OVER (PARTITION BY f.name, f."bornOn" ORDER BY f."idHash" IS NULL, f.place) AS rank
    FROM file f WHERE NOT EXISTS (SELECT FROM found m WHERE m.place = f.place)),
  rest_own AS MATERIALIZED (
    SELECT o.id, o.name, o."bornOn", o."idHash", row_number() OVER (PARTITION BY o.name, o."bornOn" ORDER BY o."mergedIntoId" IS NOT NULL, o."idHash" IS NOT NULL, o."sourceRow", o.id) AS rank
    FROM own o WHERE NOT EXISTS (SELECT FROM found m WHERE m.id = o.id)),
  matched AS MATERIALIZED (
    SELECT place, id FROM found UNION ALL
    SELECT f.place, o.id FROM rest_file f JOIN rest_own o USING (name, "bornOn", rank) WHERE f."idHash" IS NULL OR o."idHash" IS NULL),
  faced AS (
    SELECT f.place, o.id, o."mergedIntoId" IS NOT NULL AS merged, o."importVersion" IS DISTINCT FROM o.version AS by_hand, f."bornOn" <> o."bornOn" AS other_birth,
      f.name <> o.name AND (COALESCE(f."idHash" <> o."idHash", false) OR COALESCE(s."entryId" <> o.id, false)) AS other_person,
      (f.exclusion IS DISTINCT FROM o.exclusion AND NOT 'remark' = ANY (told)) OR (f."takesPart" IS DISTINCT FROM o."takesPart" AND NOT 'participation' = ANY (told))
        OR ((f.category, f."livesHere") IS DISTINCT FROM (o.category, o."livesHere") AND NOT 'residence' = ANY (told)) AS silent,
      array_remove(ARRAY[
        CASE WHEN f.name <> o.name THEN 'name' END, CASE WHEN f.sex <> o.sex THEN 'sex' END, CASE WHEN f."bornOn" <> o."bornOn" THEN 'bornOn' END,
        CASE WHEN f."idHash" IS NOT NULL AND f."idHash" IS DISTINCT FROM o."idHash" OR f."idHash" IS NULL AND o."idHash" IS NULL AND f."idMask" <> COALESCE(o."idMask", '') THEN 'idNumber' END,
        CASE WHEN f.ethnicity <> COALESCE(o.ethnicity, '') THEN 'ethnicity' END, CASE WHEN f.relation <> COALESCE(o.relation, '') THEN 'relation' END,
        CASE WHEN f."groupNumber" <> 0 AND f."groupNumber" <> o."groupNumber" THEN 'groupNumber' END, CASE WHEN f."householdNumber" <> COALESCE(o."householdNumber", '') THEN 'householdNumber' END,
        CASE WHEN f.remarks IS DISTINCT FROM o.remarks AND 'remark' = ANY (told) THEN 'remarks' END], NULL) AS plain,
      array_remove(ARRAY[
        CASE WHEN f.category <> o.category THEN 'category' END, CASE WHEN f."livesHere" <> o."livesHere" THEN 'livesHere' END,
        CASE WHEN f."takesPart" IS DISTINCT FROM o."takesPart" THEN 'takesPart' END, CASE WHEN f.exclusion IS DISTINCT FROM o.exclusion THEN 'exclusion' END], NULL) AS standing,
      CASE WHEN f."openFindings" = o."openFindings" THEN false ELSE
        ARRAY(SELECT k FROM unnest(f."openFindings") k WHERE NOT (f."idHash" IS NULL AND o."idHash" IS NOT NULL AND k = ANY (number_kinds)) AND NOT (k = 'groupUnknown' AND o."groupNumber" <> 0) ORDER BY k)
          IS DISTINCT FROM ARRAY(SELECT k FROM unnest(o."openFindings") k WHERE k = ANY (register_kinds) ORDER BY k) END AS other_findings
    FROM matched m JOIN file f USING (place) JOIN own o ON o.id = m.id LEFT JOIN "RollImportRow" s ON s."importId" = f."mendsImportId" AND s.place = f."mendsPlace"),
  judged AS (
    SELECT place, id, merged, by_hand, other_birth AND silent OR other_person AS unsure,
      CASE WHEN merged THEN '{}' ELSE plain || CASE WHEN silent THEN '{}' ELSE standing END || CASE WHEN other_findings AND NOT by_hand THEN ARRAY['openFindings'] ELSE '{}' END END AS changes
    FROM faced),
  verdict AS (
    SELECT f.place, j.id, COALESCE(j.changes, '{}') AS changes,
      CASE WHEN j.id IS NULL THEN 'added' WHEN j.merged THEN 'kept' WHEN j.changes = '{}' THEN 'same' WHEN j.by_hand OR j.unsure THEN 'kept' ELSE 'changed' END AS action
    FROM file f LEFT JOIN judged j USING (place))
  UPDATE "RollImportRow" r SET "matchId" = v.id, action = v.action, changes = v.changes, take = r.take AND v.action = 'kept' AND v.changes <> '{}'
  FROM verdict v WHERE r."importId" = p_import AND r.place = v.place AND (r."matchId", r.action, r.changes) IS DISTINCT FROM (v.id, v.action, v.changes);
END $$;

-- Entries that came from a register and of whom no row of an upload tells (`extent`: whole, or only the groups that the upload
-- has). Rows that could not be taken over count too, by number or name: whoever stands there is not gone. The joins are made
-- by sets: right after an upload the planner takes its rows for a handful and would go through them again for every entry.
CREATE FUNCTION roll_import_gone(p_import text, p_extent text) RETURNS SETOF text LANGUAGE plpgsql STABLE SET enable_nestloop TO off AS $$
BEGIN
  RETURN QUERY
  WITH rows AS MATERIALIZED (SELECT r."matchId", r."groupNumber", r.usable, r.name, r."idHash" FROM "RollImportRow" r WHERE r."importId" = p_import),
  told AS MATERIALIZED (
    SELECT r."matchId" AS id FROM rows r WHERE r."matchId" IS NOT NULL
    UNION ALL
    SELECT m."mergedIntoId" FROM rows r JOIN "RollEntry" m ON m.id = r."matchId" WHERE m."mergedIntoId" IS NOT NULL)
  SELECT e.id FROM "RollImport" i JOIN "RollEntry" e ON e."electionId" = i."electionId" JOIN "Person" p ON p.id = e."personId"
  WHERE i.id = p_import AND e."importId" IS NOT NULL AND e."importId" <> p_import AND COALESCE(e.exclusion, '') NOT IN ('dead', 'movedOut', 'duplicate') AND e."mergedIntoId" IS NULL
    AND NOT EXISTS (SELECT FROM told t WHERE t.id = e.id)
    AND NOT EXISTS (SELECT FROM rows r WHERE NOT r.usable AND r.name = e.name)
    AND NOT EXISTS (SELECT FROM rows r WHERE NOT r.usable AND r."idHash" = p."idHash")
    AND (p_extent = 'whole' OR e."groupNumber" <> 0 AND e."groupNumber" IN (SELECT r."groupNumber" FROM rows r));
END $$;
