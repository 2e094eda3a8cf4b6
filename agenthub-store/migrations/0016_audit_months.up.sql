-- The counts of the audit log by month as well, the times of its blocks by part, and terms for requests and things. Older
-- blocks lack the terms, so the index is thrown away: it is built again behind the log.

DELETE FROM agenthub_audit_counts;
DELETE FROM agenthub_audit_days;
DELETE FROM agenthub_audit_quarters;
DELETE FROM agenthub_audit_postings;
DELETE FROM agenthub_audit_blocks;
DELETE FROM agenthub_audit_indexes;

-- Months are those of UTC, as text such as 2026-01.
CREATE TABLE agenthub_audit_months (
    organization_id UUID   NOT NULL REFERENCES agenthub_organizations (id),
    month           TEXT   COLLATE "C" NOT NULL,
    dimension       TEXT   COLLATE "C" NOT NULL,
    value_hash      BYTEA  NOT NULL,
    value           TEXT   NOT NULL,
    records         BIGINT NOT NULL,
    PRIMARY KEY (organization_id, month, dimension, value_hash)
);

-- Of each part of a block, in order: its number in 4 bytes, and when its earliest and its latest record happened, in 8
-- bytes each, in microseconds since 1970; the highest byte first.
ALTER TABLE agenthub_audit_blocks ADD COLUMN parts BYTEA NOT NULL DEFAULT '';
ALTER TABLE agenthub_audit_blocks DROP COLUMN earliest;
ALTER TABLE agenthub_audit_blocks DROP COLUMN latest;
