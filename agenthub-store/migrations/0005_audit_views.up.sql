CREATE TABLE agenthub_audit_views (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    id              UUID        NOT NULL,
    name            TEXT        NOT NULL,
    query           TEXT        NOT NULL,
    columns_shown   TEXT        NOT NULL,
    shared          BOOLEAN     NOT NULL,
    created_by_type TEXT        NOT NULL,
    created_by_id   TEXT,
    created_at      TIMESTAMPTZ NOT NULL,
    updated_at      TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (organization_id, id)
);
CREATE INDEX agenthub_audit_views_by_age ON agenthub_audit_views (organization_id, created_at, id);
