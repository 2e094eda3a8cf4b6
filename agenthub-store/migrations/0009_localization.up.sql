-- How people are spoken to: what users and organizations prefer, and what an organization says in words of its own.

ALTER TABLE agenthub_organizations ADD COLUMN language TEXT;
ALTER TABLE agenthub_organizations ADD COLUMN time_zone TEXT;
ALTER TABLE agenthub_users ADD COLUMN language TEXT;
ALTER TABLE agenthub_users ADD COLUMN time_zone TEXT;

CREATE TABLE agenthub_message_overrides (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    language        TEXT        COLLATE "C" NOT NULL,
    message_key     TEXT        COLLATE "C" NOT NULL,
    text            TEXT        NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    updated_at      TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (organization_id, language, message_key)
);
