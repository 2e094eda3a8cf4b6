-- How far each target has come in each organization's audit log: the place of the first record that it does not have.
CREATE TABLE agenthub_audit_forwarding (
    target          TEXT   COLLATE "C" NOT NULL,
    organization_id UUID   NOT NULL REFERENCES agenthub_organizations (id),
    position        BIGINT NOT NULL,
    PRIMARY KEY (target, organization_id)
);

-- Which node forwards to a target, and until when others leave that to it.
CREATE TABLE agenthub_audit_forwarders (
    target     TEXT        COLLATE "C" NOT NULL PRIMARY KEY,
    holder     UUID        NOT NULL,
    held_until TIMESTAMPTZ NOT NULL
);
