-- What must never happen, said by the database itself.

-- The ledger only grows.
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger only grows' USING ERRCODE = 'CX001';
END $$;
CREATE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON "LedgerEntry" FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();

-- Adds one entry to a chain whose head the caller has locked; the text hashed is that of lib/ledger/chain.ts.
-- SECURITY DEFINER: the application role may move a head only through this function.
CREATE FUNCTION ledger_append(p_scope text, p_at text, p_actor text, p_command text, p_payload text)
RETURNS TABLE (sequence integer, hash text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  head "LedgerHead"%ROWTYPE;
  next_sequence integer;
  next_hash text;
BEGIN
  SELECT * INTO head FROM "LedgerHead" h WHERE h.scope = p_scope FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no chain %', p_scope USING ERRCODE = 'CX002';
  END IF;
  next_sequence := head.sequence + 1;
  next_hash := encode(sha256(convert_to(
    head.hash || E'\n' || p_scope || E'\n' || next_sequence || E'\n' || p_at || E'\n' || p_actor || E'\n' || p_command || E'\n' || p_payload, 'UTF8')), 'hex');
  INSERT INTO "LedgerEntry" VALUES (p_scope, next_sequence, p_at, p_actor, p_command, p_payload, head.hash, next_hash);
  UPDATE "LedgerHead" h SET sequence = next_sequence, hash = next_hash WHERE h.scope = p_scope;
  RETURN QUERY SELECT next_sequence, next_hash;
END $$;

-- Locks a chain's head for the rest of the transaction: the first thing that every command does.
CREATE FUNCTION ledger_lock(p_scope text) RETURNS TABLE (sequence integer, hash text) LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT h.sequence, h.hash FROM "LedgerHead" h WHERE h.scope = p_scope FOR UPDATE;
$$;

-- Opens a chain once; a second call changes nothing.
CREATE FUNCTION ledger_open(p_scope text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO "LedgerHead" VALUES (p_scope, 0, repeat('0', 64)) ON CONFLICT DO NOTHING;
$$;
SELECT ledger_open('system');

-- Published things are never edited (notices, frozen lists, determinations apart from their announcement).
CREATE FUNCTION published_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published thing is never edited' USING ERRCODE = 'CX003';
END $$;
CREATE TRIGGER notice_frozen BEFORE UPDATE OR DELETE ON "Notice" FOR EACH ROW EXECUTE FUNCTION published_refuse();
CREATE TRIGGER roll_version_frozen BEFORE UPDATE OR DELETE ON "RollVersion" FOR EACH ROW EXECUTE FUNCTION published_refuse();
CREATE TRIGGER roll_version_entry_frozen BEFORE UPDATE OR DELETE ON "RollVersionEntry" FOR EACH ROW EXECUTE FUNCTION published_refuse();
CREATE FUNCTION determination_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.input IS DISTINCT FROM OLD.input OR NEW.outcome IS DISTINCT FROM OLD.outcome OR OLD."announcedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a published thing is never edited' USING ERRCODE = 'CX003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER determination_frozen BEFORE UPDATE OR DELETE ON "Determination" FOR EACH ROW EXECUTE FUNCTION determination_frozen();

-- Civil days and choices.
CREATE DOMAIN civil_day AS text CHECK (VALUE ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "Election" ALTER COLUMN "electionDay" TYPE civil_day;
ALTER TABLE "RollEntry" ALTER COLUMN "bornOn" TYPE civil_day;
ALTER TABLE "RollEntry" ADD CHECK (category BETWEEN 1 AND 3), ADD CHECK (sex IN ('male', 'female')),
  ADD CHECK (status IN ('listed', 'minor', 'excluded', 'notStated')), ADD CHECK (NOT (published AND status <> 'listed'));
ALTER TABLE "Nominee" ADD CHECK (votes >= 0), ADD CHECK (sex IN ('male', 'female'));
ALTER TABLE "CommitteeMember" ADD CHECK (votes >= 0), ADD CHECK (sex IN ('male', 'female'));
ALTER TABLE "Meeting" ADD CHECK (entitled > 0), ADD CHECK (present BETWEEN 0 AND entitled), ADD CHECK ("inFavour" IS NULL OR "inFavour" BETWEEN 0 AND present);
ALTER TABLE "Kinship" ADD CHECK ("entryA" < "entryB");

-- A person stands on one published list of a drive, and the sole main venue is one.
CREATE UNIQUE INDEX roll_one_list ON "RollEntry" ("driveId", "personId") WHERE published;
CREATE UNIQUE INDEX station_one_main ON "Station" ("electionId") WHERE main;

-- Ballots add up.
ALTER TABLE "PrintRun" ADD CHECK (quantity > 0), ADD CHECK ("serialTo" - "serialFrom" + 1 = quantity);
ALTER TABLE "StationAccount" ADD CHECK (received >= 0), ADD CHECK (issued >= 0), ADD CHECK (spoiled >= 0), ADD CHECK ("left" >= 0), ADD CHECK (returned >= 0),
  ADD CHECK (issued IS NULL OR spoiled IS NULL OR "left" IS NULL OR received = issued + spoiled + "left");

-- Proxies: one per principal, none to oneself, at most three living ones per holder (L25 Art. 18), no chains.
CREATE UNIQUE INDEX proxy_one_per_principal ON "Proxy" ("voteId", "principalId") WHERE state = 'approved';
ALTER TABLE "Proxy" ADD CHECK ("principalId" <> "holderId");
CREATE FUNCTION proxy_cap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'approved' AND (SELECT count(*) FROM "Proxy" p WHERE p."voteId" = NEW."voteId" AND p."holderId" = NEW."holderId" AND p.state = 'approved' AND p.id <> NEW.id) >= 3 THEN
    RAISE EXCEPTION 'a holder has at most three proxies' USING ERRCODE = 'CX004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proxy_cap BEFORE INSERT OR UPDATE ON "Proxy" FOR EACH ROW EXECUTE FUNCTION proxy_cap();

-- Two people where two are wanted.
ALTER TABLE "Bundle" ADD CHECK (size > 0), ADD CHECK ("firstBy" IS DISTINCT FROM "secondBy" OR "firstBy" IS NULL),
  ADD CHECK (state IN ('empty', 'firstEntry', 'firstDone', 'secondEntry', 'compared', 'settled'));
ALTER TABLE "Reading" ADD CHECK (pass IN (1, 2)), ADD CHECK (paper > 0);
CREATE FUNCTION reading_two_people() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Reading" r WHERE r."bundleId" = NEW."bundleId" AND r.pass <> NEW.pass AND r.by = NEW.by) THEN
    RAISE EXCEPTION 'both entries by one person' USING ERRCODE = 'CX005';
  END IF;
  IF NEW.paper > (SELECT size FROM "Bundle" b WHERE b.id = NEW."bundleId") THEN
    RAISE EXCEPTION 'paper outside its bundle' USING ERRCODE = 'CX006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reading_two_people BEFORE INSERT OR UPDATE ON "Reading" FOR EACH ROW EXECUTE FUNCTION reading_two_people();
CREATE FUNCTION settlement_third_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Reading" r WHERE r."bundleId" = NEW."bundleId" AND r.by = NEW.by) THEN
    RAISE EXCEPTION 'settled by one who entered' USING ERRCODE = 'CX005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER settlement_third_person BEFORE INSERT OR UPDATE ON "Settlement" FOR EACH ROW EXECUTE FUNCTION settlement_third_person();
ALTER TABLE "WrittenName" ADD CHECK ("confirmedBy" IS NULL OR ("mergedBy" IS NOT NULL AND "confirmedBy" <> "mergedBy"));

-- Rights of the application role. It is created by the start program; where it is missing, nothing is granted.
CREATE FUNCTION grant_application(role_name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role_name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', role_name);
  EXECUTE format('REVOKE ALL ON "LedgerEntry", "LedgerHead" FROM %I', role_name);
  EXECUTE format('GRANT SELECT ON "LedgerEntry", "LedgerHead" TO %I', role_name);
  EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON "Notice", "RollVersion", "RollVersionEntry", "LedgerSecret" FROM %I', role_name);
  EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO %I', role_name);
END $$;
