-- Warnings that somebody accepted (接受提示), with reason and name: a row of its own for each set of figures.
CREATE TABLE "Acceptance" (
    "id" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "Acceptance_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Acceptance_phase_check" CHECK (phase IN ('committee', 'roll', 'nomination', 'ballot', 'count')),
    CONSTRAINT "Acceptance_reason_check" CHECK (btrim(reason) <> ''),
    CONSTRAINT "Acceptance_digest_check" CHECK (digest ~ '^[0-9a-f]{64}$')
);
CREATE UNIQUE INDEX "Acceptance_electionId_code_subject_digest_key" ON "Acceptance" ("electionId", "code", "subject", "digest");

-- Like the ledger, acceptances only grow.
CREATE FUNCTION acceptance_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an acceptance stays' USING ERRCODE = 'CX009';
END $$;
CREATE TRIGGER acceptance_no_change BEFORE UPDATE OR DELETE ON "Acceptance" FOR EACH ROW EXECUTE FUNCTION acceptance_refuse();
CREATE TRIGGER acceptance_no_truncate BEFORE TRUNCATE ON "Acceptance" FOR EACH STATEMENT EXECUTE FUNCTION acceptance_refuse();
