-- The counts of the audit log by day, so that a summary of a long window reads quarters of an hour only at its ends.

-- Days are those of UTC, as text such as 2026-01-31.
CREATE TABLE agenthub_audit_days (
    organization_id UUID   NOT NULL REFERENCES agenthub_organizations (id),
    day             TEXT   COLLATE "C" NOT NULL,
    dimension       TEXT   COLLATE "C" NOT NULL,
    value_hash      BYTEA  NOT NULL,
    value           TEXT   NOT NULL,
    records         BIGINT NOT NULL,
    PRIMARY KEY (organization_id, day, dimension, value_hash)
);

-- All records of each quarter: days that begin at another hour are added up from them.
CREATE TABLE agenthub_audit_quarters (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    quarter         TIMESTAMPTZ NOT NULL,
    records         BIGINT      NOT NULL,
    PRIMARY KEY (organization_id, quarter)
);

-- Both databases write a time in UTC here, and begin with its day.
INSERT INTO agenthub_audit_days (organization_id, day, dimension, value_hash, value, records)
SELECT organization_id, substr(CAST(quarter AS TEXT), 1, 10), dimension, value_hash, value,
    CAST(SUM(records) AS BIGINT)
FROM agenthub_audit_counts
GROUP BY organization_id, substr(CAST(quarter AS TEXT), 1, 10), dimension, value_hash, value;

-- Each record has one severity.
INSERT INTO agenthub_audit_quarters (organization_id, quarter, records)
SELECT organization_id, quarter, CAST(SUM(records) AS BIGINT)
FROM agenthub_audit_counts WHERE dimension = 'severity'
GROUP BY organization_id, quarter;
