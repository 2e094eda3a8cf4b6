-- Keys that are taken, by requests that run or have run. Neither key nor answer can be read here: the one is hashed, the
-- other sealed.

CREATE TABLE agenthub_idempotency (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    name            BYTEA       NOT NULL,
    request         BYTEA       NOT NULL,
    holder          UUID        NOT NULL,
    held_until      TIMESTAMPTZ NOT NULL,
    expires_at      TIMESTAMPTZ NOT NULL,
    answer          BYTEA,
    PRIMARY KEY (organization_id, name)
);
CREATE INDEX agenthub_idempotency_by_end ON agenthub_idempotency (expires_at);
