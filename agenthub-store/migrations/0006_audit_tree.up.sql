-- How many of the log's entries are in the tree; whoever lets it grow raises this first, and so locks out the others.
CREATE TABLE agenthub_audit_trees (
    organization_id UUID   NOT NULL PRIMARY KEY REFERENCES agenthub_organizations (id),
    size            BIGINT NOT NULL
);

-- The tree's hashes, up to 256 side by side: on level 0 the leaves, above them the roots of the tiles below.
CREATE TABLE agenthub_audit_tiles (
    organization_id UUID   NOT NULL REFERENCES agenthub_audit_trees (organization_id),
    level           BIGINT NOT NULL,
    place           BIGINT NOT NULL,
    hashes          BYTEA  NOT NULL,
    PRIMARY KEY (organization_id, level, place)
);

-- What was said of the tree, signed.
CREATE TABLE agenthub_audit_tree_heads (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    size            BIGINT      NOT NULL,
    root            BYTEA       NOT NULL,
    made_at         TIMESTAMPTZ NOT NULL,
    vkey            TEXT        NOT NULL,
    note            TEXT        NOT NULL,
    PRIMARY KEY (organization_id, size)
);
