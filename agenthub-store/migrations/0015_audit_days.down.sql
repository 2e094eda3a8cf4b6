DROP TABLE agenthub_audit_quarters;
DROP TABLE agenthub_audit_days;
