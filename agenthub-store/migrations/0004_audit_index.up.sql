-- The index of the audit log. It says nothing that the log does not, and is built behind it.

-- How many records an organization's index has; locked by whoever builds it.
CREATE TABLE agenthub_audit_indexes (
    organization_id UUID   NOT NULL PRIMARY KEY REFERENCES agenthub_organizations (id),
    length          BIGINT NOT NULL
);

CREATE TABLE agenthub_audit_blocks (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    block           BIGINT      NOT NULL,
    earliest        TIMESTAMPTZ NOT NULL,
    latest          TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (organization_id, block)
);

-- Which records of a block have a term, as a Roaring bitmap of their places in it.
CREATE TABLE agenthub_audit_postings (
    organization_id UUID   NOT NULL REFERENCES agenthub_organizations (id),
    term            TEXT   COLLATE "C" NOT NULL,
    block           BIGINT NOT NULL,
    places          BYTEA  NOT NULL,
    PRIMARY KEY (organization_id, term, block)
);

CREATE TABLE agenthub_audit_counts (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    quarter         TIMESTAMPTZ NOT NULL,
    dimension       TEXT        COLLATE "C" NOT NULL,
    value_hash      BYTEA       NOT NULL,
    value           TEXT        NOT NULL,
    records         BIGINT      NOT NULL,
    -- Values may be longer than an index takes.
    PRIMARY KEY (organization_id, quarter, dimension, value_hash)
);
