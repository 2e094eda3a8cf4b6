ALTER TABLE agenthub_users ADD COLUMN locked_until TIMESTAMPTZ;
ALTER TABLE agenthub_users ADD COLUMN failed_attempts BIGINT NOT NULL DEFAULT 0;

DROP TABLE agenthub_attempts;
