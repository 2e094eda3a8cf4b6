DROP TABLE agenthub_audit_counts;
DROP TABLE agenthub_audit_postings;
DROP TABLE agenthub_audit_blocks;
DROP TABLE agenthub_audit_indexes;
