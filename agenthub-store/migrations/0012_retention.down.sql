DROP TABLE agenthub_legal_holds;
DROP TABLE agenthub_audit_retentions;
