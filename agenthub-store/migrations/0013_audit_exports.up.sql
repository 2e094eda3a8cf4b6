-- Exports of the audit logs; their files are kept elsewhere. What was wanted and how far it is are documents.

CREATE TABLE agenthub_audit_exports (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    id              UUID        NOT NULL,
    revision        BIGINT      NOT NULL,
    request         TEXT        NOT NULL,
    state           TEXT        NOT NULL,
    created_by_type TEXT        NOT NULL,
    created_by_id   TEXT,
    created_at      TIMESTAMPTZ NOT NULL,
    due_at          TIMESTAMPTZ,
    PRIMARY KEY (organization_id, id)
);
CREATE INDEX agenthub_audit_exports_by_age ON agenthub_audit_exports (organization_id, created_at, id);
CREATE INDEX agenthub_audit_exports_by_due ON agenthub_audit_exports (due_at, organization_id, id)
    WHERE due_at IS NOT NULL;
