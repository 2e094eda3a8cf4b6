DROP TABLE agenthub_idempotency;
