DROP TABLE agenthub_audit_exports;
