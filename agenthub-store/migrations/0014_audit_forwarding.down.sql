DROP TABLE agenthub_audit_forwarders;
DROP TABLE agenthub_audit_forwarding;
