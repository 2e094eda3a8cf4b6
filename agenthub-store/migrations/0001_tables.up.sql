-- Both databases read this text. On SQLite the collation "C" is called BINARY; the runner renames it.
-- Every table of an organization has `organization_id` first in its key, and refers to others with it, so that a
-- reference into another organization cannot be stored.

CREATE TABLE agenthub_organizations (
    id         UUID        NOT NULL PRIMARY KEY,
    name       TEXT        NOT NULL,
    revision   BIGINT      NOT NULL DEFAULT 0,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX agenthub_organizations_by_age ON agenthub_organizations (created_at, id);

CREATE TABLE agenthub_users (
    id              UUID        NOT NULL PRIMARY KEY,
    email           TEXT        NOT NULL UNIQUE,
    full_name       TEXT,
    password_hash   TEXT        NOT NULL,
    is_active       BOOLEAN     NOT NULL,
    is_superuser    BOOLEAN     NOT NULL,
    failed_attempts BIGINT      NOT NULL,
    locked_until    TIMESTAMPTZ,
    created_at      TIMESTAMPTZ NOT NULL,
    updated_at      TIMESTAMPTZ NOT NULL
);

CREATE TABLE agenthub_members (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    user_id         UUID        NOT NULL REFERENCES agenthub_users (id),
    role            TEXT        NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    updated_at      TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (organization_id, user_id)
);
CREATE INDEX agenthub_members_by_age ON agenthub_members (organization_id, created_at, user_id);
CREATE INDEX agenthub_members_of_user ON agenthub_members (user_id);

CREATE TABLE agenthub_invitations (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    id              UUID        NOT NULL,
    email           TEXT        NOT NULL,
    role            TEXT        NOT NULL,
    token_hash      BYTEA       NOT NULL UNIQUE,
    invited_by      UUID,
    created_at      TIMESTAMPTZ NOT NULL,
    expires_at      TIMESTAMPTZ NOT NULL,
    accepted_at     TIMESTAMPTZ,
    PRIMARY KEY (organization_id, id)
);
CREATE INDEX agenthub_invitations_by_age ON agenthub_invitations (organization_id, created_at, id);

CREATE TABLE agenthub_api_keys (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    id              UUID        NOT NULL,
    name            TEXT        NOT NULL,
    prefix          TEXT        NOT NULL,
    token_hash      BYTEA       NOT NULL UNIQUE,
    scopes          TEXT        NOT NULL,
    created_by      UUID,
    created_at      TIMESTAMPTZ NOT NULL,
    expires_at      TIMESTAMPTZ,
    last_used_at    TIMESTAMPTZ,
    revoked_at      TIMESTAMPTZ,
    PRIMARY KEY (organization_id, id)
);
CREATE INDEX agenthub_api_keys_by_age ON agenthub_api_keys (organization_id, created_at, id);

CREATE TABLE agenthub_logins (
    id              UUID        NOT NULL PRIMARY KEY,
    user_id         UUID        NOT NULL REFERENCES agenthub_users (id),
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    token_hash      BYTEA       NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    refreshed_at    TIMESTAMPTZ NOT NULL,
    expires_at      TIMESTAMPTZ NOT NULL,
    revoked_at      TIMESTAMPTZ
);
CREATE INDEX agenthub_logins_of_user ON agenthub_logins (user_id);
CREATE INDEX agenthub_logins_revoked ON agenthub_logins (organization_id, revoked_at);
CREATE INDEX agenthub_logins_by_end ON agenthub_logins (expires_at);

CREATE TABLE agenthub_agents (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    id              UUID        NOT NULL,
    version_number  BIGINT      NOT NULL,
    status          TEXT        NOT NULL,
    definition      TEXT        NOT NULL,
    -- Cut out of the definition, to find agents by; the first two in lower case.
    name_folded     TEXT        COLLATE "C" NOT NULL,
    text_folded     TEXT        COLLATE "C" NOT NULL,
    name            TEXT        NOT NULL,
    agent_type      TEXT        NOT NULL,
    business_domain TEXT        NOT NULL,
    owner           TEXT        NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    created_by_type TEXT        NOT NULL,
    created_by_id   TEXT,
    updated_at      TIMESTAMPTZ NOT NULL,
    updated_by_type TEXT        NOT NULL,
    updated_by_id   TEXT,
    deleted_at      TIMESTAMPTZ,
    PRIMARY KEY (organization_id, id)
);
CREATE INDEX agenthub_agents_by_name ON agenthub_agents (organization_id, name_folded, id);
CREATE INDEX agenthub_agents_by_age ON agenthub_agents (organization_id, created_at, id);
CREATE INDEX agenthub_agents_by_change ON agenthub_agents (organization_id, updated_at, id);

CREATE TABLE agenthub_agent_capabilities (
    organization_id UUID NOT NULL,
    capability      TEXT NOT NULL,
    agent_id        UUID NOT NULL,
    PRIMARY KEY (organization_id, capability, agent_id),
    FOREIGN KEY (organization_id, agent_id) REFERENCES agenthub_agents (organization_id, id)
);
CREATE INDEX agenthub_agent_capabilities_of_agent ON agenthub_agent_capabilities (organization_id, agent_id);

CREATE TABLE agenthub_agent_versions (
    organization_id UUID        NOT NULL,
    agent_id        UUID        NOT NULL,
    version_number  BIGINT      NOT NULL,
    status          TEXT        NOT NULL,
    definition      TEXT        NOT NULL,
    deleted         BOOLEAN     NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    created_by_type TEXT        NOT NULL,
    created_by_id   TEXT,
    PRIMARY KEY (organization_id, agent_id, version_number),
    FOREIGN KEY (organization_id, agent_id) REFERENCES agenthub_agents (organization_id, id)
);

-- Usage stands with the interaction: both are written once, together, and read together.
CREATE TABLE agenthub_interactions (
    organization_id UUID        NOT NULL,
    id              UUID        NOT NULL,
    agent_id        UUID        NOT NULL,
    agent_version   BIGINT      NOT NULL,
    capability      TEXT        NOT NULL,
    session_id      TEXT,
    actor_type      TEXT        NOT NULL,
    actor_id        TEXT,
    input           TEXT        NOT NULL,
    output          TEXT,
    outcome         TEXT        NOT NULL,
    error_code      TEXT,
    error_message   TEXT,
    started_at      TIMESTAMPTZ NOT NULL,
    duration_us     BIGINT      NOT NULL,
    tokens_input    BIGINT      NOT NULL,
    tokens_output   BIGINT      NOT NULL,
    cost_nanos      BIGINT      NOT NULL,
    currency        TEXT        NOT NULL,
    routing         TEXT,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, agent_id) REFERENCES agenthub_agents (organization_id, id)
);
CREATE INDEX agenthub_interactions_of_agent ON agenthub_interactions (organization_id, agent_id, id);
CREATE INDEX agenthub_interactions_of_session ON agenthub_interactions (organization_id, session_id, id)
    WHERE session_id IS NOT NULL;
CREATE INDEX agenthub_interactions_by_time ON agenthub_interactions (organization_id, started_at);

-- How many entries an organization's audit log has; locked by whoever adds to it.
CREATE TABLE agenthub_audit_heads (
    organization_id UUID   NOT NULL PRIMARY KEY REFERENCES agenthub_organizations (id),
    length          BIGINT NOT NULL
);

-- No reference to the head: whoever adds an entry has just changed it, in the same transaction.
CREATE TABLE agenthub_audit_entries (
    organization_id UUID        NOT NULL,
    sequence        BIGINT      NOT NULL,
    id              UUID        NOT NULL,
    at              TIMESTAMPTZ NOT NULL,
    actor_type      TEXT        NOT NULL,
    actor_id        TEXT,
    automated       BOOLEAN     NOT NULL,
    action          TEXT        NOT NULL,
    entity_type     TEXT        NOT NULL,
    entity_id       TEXT        NOT NULL,
    changes         TEXT        NOT NULL,
    -- The names of the changed fields again, to find entries by.
    changed_fields  TEXT        NOT NULL,
    request_id      TEXT,
    request_ip      TEXT,
    request_agent   TEXT,
    request_path    TEXT,
    severity        BIGINT      NOT NULL,
    compliance_tags TEXT        NOT NULL,
    outcome         TEXT        NOT NULL,
    error_code      TEXT,
    leaf_hash       BYTEA       NOT NULL,
    PRIMARY KEY (organization_id, sequence),
    UNIQUE (organization_id, id)
);
CREATE INDEX agenthub_audit_entries_of_entity
    ON agenthub_audit_entries (organization_id, entity_type, entity_id, sequence);
