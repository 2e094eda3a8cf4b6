-- Failed attempts to sign in are counted by address, whether or not a user has it: so a lock tells nothing of who is
-- here. They belong to no organization.
CREATE TABLE agenthub_attempts (
    address_hash BYTEA       NOT NULL PRIMARY KEY,
    failures     BIGINT      NOT NULL,
    last_at      TIMESTAMPTZ NOT NULL
);
CREATE INDEX agenthub_attempts_by_age ON agenthub_attempts (last_at);
CREATE INDEX agenthub_attempts_by_weight ON agenthub_attempts (failures, last_at, address_hash);

ALTER TABLE agenthub_users DROP COLUMN failed_attempts;
ALTER TABLE agenthub_users DROP COLUMN locked_until;
