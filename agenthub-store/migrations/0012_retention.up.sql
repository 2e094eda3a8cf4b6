-- How long an organization's audit log is kept; no row where for ever.
CREATE TABLE agenthub_audit_retentions (
    organization_id UUID        NOT NULL PRIMARY KEY REFERENCES agenthub_organizations (id),
    days            BIGINT      NOT NULL,
    set_by_type     TEXT        NOT NULL,
    set_by_id       TEXT,
    set_at          TIMESTAMPTZ NOT NULL
);

-- While one is not lifted, nothing is removed that it keeps.
CREATE TABLE agenthub_legal_holds (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    id              UUID        NOT NULL,
    name            TEXT        NOT NULL,
    reason          TEXT        NOT NULL,
    placed_by_type  TEXT        NOT NULL,
    placed_by_id    TEXT,
    placed_at       TIMESTAMPTZ NOT NULL,
    lifted_by_type  TEXT,
    lifted_by_id    TEXT,
    lifted_at       TIMESTAMPTZ,
    PRIMARY KEY (organization_id, id)
);
CREATE INDEX agenthub_legal_holds_by_age ON agenthub_legal_holds (organization_id, placed_at, id);
