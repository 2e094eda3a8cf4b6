-- Rates are added and never changed. The rate is a decimal number as text, which both databases keep digit by digit.

CREATE TABLE agenthub_exchange_rates (
    organization_id UUID        NOT NULL REFERENCES agenthub_organizations (id),
    id              UUID        NOT NULL,
    base            TEXT        COLLATE "C" NOT NULL,
    quote           TEXT        COLLATE "C" NOT NULL,
    rate            TEXT        NOT NULL,
    source          TEXT        NOT NULL,
    effective_at    TIMESTAMPTZ NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    created_by_type TEXT        NOT NULL,
    created_by_id   TEXT,
    PRIMARY KEY (organization_id, id)
);
CREATE INDEX agenthub_exchange_rates_of_pair
    ON agenthub_exchange_rates (organization_id, base, quote, effective_at, id);
CREATE INDEX agenthub_exchange_rates_by_time ON agenthub_exchange_rates (organization_id, effective_at, id);
