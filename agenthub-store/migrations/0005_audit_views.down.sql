DROP TABLE agenthub_audit_views;
