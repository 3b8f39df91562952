-- What happened to each entry of a roll, who recorded it and when: a history that only grows. Contacts with people
-- (见到人、听到声、留下记录) are events with how and with what outcome.
CREATE TABLE "RollEvent" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "version" INTEGER,
    "how" TEXT,
    "outcome" TEXT,
    "statement" TEXT,
    "day" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "requestId" TEXT,

    CONSTRAINT "RollEvent_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RollEvent_kind_check" CHECK (kind ~ '^[a-z][A-Za-z]{2,39}$'),
    CONSTRAINT "RollEvent_day_check" CHECK (day ~ '^\d{4}-\d{2}-\d{2}$'),
    CONSTRAINT "RollEvent_contact_check" CHECK ((kind = 'contacted') = (how IS NOT NULL AND outcome IS NOT NULL AND statement IS NOT NULL) AND (how IS NULL) = (outcome IS NULL) AND (how IS NULL) = (statement IS NULL)),
    CONSTRAINT "RollEvent_how_check" CHECK (how IN ('visit', 'phone', 'message', 'family')),
    CONSTRAINT "RollEvent_outcome_check" CHECK (outcome IN ('seen', 'heard', 'notReached')),
    -- He says it himself (本人表示): not through his family, and not when he was not reached.
    CONSTRAINT "RollEvent_statement_check" CHECK (statement IN ('takesPart', 'declines', 'none') AND (statement = 'none' OR (how <> 'family' AND outcome <> 'notReached'))),
    -- No identity number in a history.
    CONSTRAINT "RollEvent_no_number_check" CHECK (detail::text !~ '"[1-9]\d{5}(18|19|20)\d{9}[\dXx]"')
);
CREATE UNIQUE INDEX "RollEvent_requestId_key" ON "RollEvent"("requestId");
CREATE INDEX "RollEvent_entryId_at_idx" ON "RollEvent"("entryId", "at");
CREATE INDEX "RollEvent_electionId_kind_at_idx" ON "RollEvent"("electionId", "kind", "at");
ALTER TABLE "RollEvent" ADD CONSTRAINT "RollEvent_electionId_fkey" FOREIGN KEY ("electionId") REFERENCES "Election"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RollEvent" ADD CONSTRAINT "RollEvent_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "RollEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION roll_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of the roll only grows' USING ERRCODE = 'CX017';
END $$;
CREATE TRIGGER roll_event_stays BEFORE UPDATE OR DELETE ON "RollEvent" FOR EACH ROW EXECUTE FUNCTION roll_event_stays();
CREATE TRIGGER roll_event_no_truncate BEFORE TRUNCATE ON "RollEvent" FOR EACH STATEMENT EXECUTE FUNCTION roll_event_stays();

-- Second category: when and how he was heard to take part. Third category: his application. Exclusions: the paper they rest on.
ALTER TABLE "RollEntry"
  ADD COLUMN "heardOn" TEXT,
  ADD COLUMN "heardHow" TEXT,
  ADD COLUMN "application" JSONB,
  ADD COLUMN "exclusionGround" JSONB,
  ADD CONSTRAINT "RollEntry_heard_check" CHECK (("heardOn" IS NULL) = ("heardHow" IS NULL) AND "heardHow" IN ('visit', 'phone', 'message')),
  ADD CONSTRAINT "RollEntry_ground_check" CHECK ("exclusionGround" IS NULL OR exclusion IS NOT NULL);

-- Tables whose comment says so only grow: the application role may insert and read.
COMMENT ON TABLE "RollEvent" IS 'append-only';
CREATE OR REPLACE FUNCTION grant_application(role_name text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  growing regclass;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role_name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', role_name);
  EXECUTE format('REVOKE ALL ON "LedgerEntry", "LedgerHead" FROM %I', role_name);
  EXECUTE format('GRANT SELECT ON "LedgerEntry", "LedgerHead" TO %I', role_name);
  EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON "Notice", "RollVersion", "RollVersionEntry", "LedgerSecret" FROM %I', role_name);
  FOR growing IN SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND obj_description(c.oid, 'pg_class') = 'append-only' LOOP
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM %I', growing, role_name);
  END LOOP;
  EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO %I', role_name);
END $$;
