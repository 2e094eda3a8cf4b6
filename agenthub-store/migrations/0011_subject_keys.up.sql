-- Keys of subjects: what is personal in the audit log is sealed under them. They are wrapped under a key that does not
-- stand here. A row whose key was destroyed stays, and says when.
CREATE TABLE agenthub_subject_keys (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    id              UUID        NOT NULL,
    subject         UUID        NOT NULL,
    wrapped         BYTEA,
    created_at      TIMESTAMPTZ NOT NULL,
    erased_at       TIMESTAMPTZ,
    PRIMARY KEY (organization_id, id),
    CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL))
);
CREATE INDEX agenthub_subject_keys_by_subject ON agenthub_subject_keys (organization_id, subject, id);
